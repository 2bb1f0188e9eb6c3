package tw.ecard.kit.problem;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    @ParameterizedTest
    @ValueSource(strings = {"type", "title", "status", "detail", "instance", "errors", "traceId"})
    void a_refusal_cannot_tell_what_every_problem_tells(String member) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Telling(member));
    }

    private static final class Telling extends Refusal {
        private static final long serialVersionUID = 1L;

        Telling(String member) {
            super(Kind.CONFLICT, "telling");
            tell(member, "value");
        }
    }
}
