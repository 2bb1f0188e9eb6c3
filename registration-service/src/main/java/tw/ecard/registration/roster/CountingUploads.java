package tw.ecard.registration.roster;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import tw.ecard.kit.access.Caller;

/**
 * Counts before anything else is done, outside of the call's transaction: an upload that is refused counts too. Staff
 * upload for many institutions and are not counted.
 */
@CountedUpload
@Interceptor
@Priority(CountingUploads.AFTER_ACCESS_CHECKS)
class CountingUploads {

    static final int AFTER_ACCESS_CHECKS = Interceptor.Priority.LIBRARY_BEFORE - 50;

    private final UploadAllowance allowance;
    private final Caller caller;

    CountingUploads(UploadAllowance allowance, Caller caller) {
        this.allowance = allowance;
        this.caller = caller;
    }

    @AroundInvoke
    Object count(InvocationContext call) throws Exception {
        if (!caller.isStaff()) {
            caller.institutionCode().ifPresent(allowance::take);
        }
        return call.proceed();
    }
}
