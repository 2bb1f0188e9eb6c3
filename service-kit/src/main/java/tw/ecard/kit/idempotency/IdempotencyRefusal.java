package tw.ecard.kit.idempotency;

import tw.ecard.kit.problem.Refusal;

/** A key that cannot be honoured. */
public abstract sealed class IdempotencyRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private IdempotencyRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** The key came before, with another body. */
    static final class KeyReused extends IdempotencyRefusal {
        private static final long serialVersionUID = 1L;

        KeyReused() {
            super(Kind.UNPROCESSABLE, "idempotency-key-reused");
        }
    }

    /** The first call with the key has not ended. */
    static final class StillRunning extends IdempotencyRefusal {
        private static final long serialVersionUID = 1L;

        StillRunning() {
            super(Kind.CONFLICT, "operation-still-running");
        }
    }

    /** Too long, empty or not visible ASCII. */
    static final class InvalidKey extends IdempotencyRefusal {
        private static final long serialVersionUID = 1L;

        InvalidKey() {
            super(Kind.INVALID, "invalid-idempotency-key");
        }
    }
}
