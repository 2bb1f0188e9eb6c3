package tw.ecard.kit.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method that honours the header {@code Idempotency-Key}: it runs in one transaction with the record of its
 * answer. The method returns a {@code Response}; its use case joins the transaction. Same key and same body: the first
 * answer again. Other body: 422. First call still running: 409.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
