package tw.ecard.kit.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import tw.ecard.kit.access.Caller;

/** Runs an {@link Idempotent} method once a key. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotencyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final int FIRST_REFUSING_STATUS = 400;

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Caller caller;
    private final RequestFingerprint fingerprints;
    private final KeptAnswers answers;

    IdempotencyInterceptor(
            HttpHeaders headers, UriInfo uri, Caller caller, RequestFingerprint fingerprints, KeptAnswers answers) {
        this.headers = headers;
        this.uri = uri;
        this.caller = caller;
        this.fingerprints = fingerprints;
        this.answers = answers;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return call.proceed();
        }
        if (!key.matches("[!-~]{1,255}")) {
            throw new IdempotencyRefusal.InvalidKey();
        }
        String operation = call.getMethod().getName() + " " + uri.getPath();
        KeptAnswers.Key kept = new KeptAnswers.Key(caller.clientAndName(), operation, key);
        String fingerprint = fingerprints.of(call.getParameters());
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Response> earlier = answers.find(kept, fingerprint);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            Response answer = (Response) call.proceed();
            if (answer.getStatus() < FIRST_REFUSING_STATUS) {
                answers.keep(kept, fingerprint, answer);
            }
            return answer;
        });
    }
}
