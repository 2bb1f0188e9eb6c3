package tw.ecard.registration.eligibility;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The policies of one day: an upload is held to those of the day of its receipt, however long it waits. */
public final class Eligibility {

    private final Set<Ineligibility> refused = EnumSet.noneOf(Ineligibility.class);

    private Eligibility(List<EligibilityPolicy> policies, LocalDate day) {
        policies.stream().filter(policy -> policy.isInForceOn(day)).forEach(policy -> refused.addAll(policy.refuses()));
    }

    /** @param day in Taipei */
    public static Eligibility on(LocalDate day) {
        return of(EligibilityPolicy.ALL, day);
    }

    static Eligibility of(List<EligibilityPolicy> policies, LocalDate day) {
        return new Eligibility(policies, day);
    }

    public boolean refuses(Ineligibility reason) {
        return refused.contains(reason);
    }
}
