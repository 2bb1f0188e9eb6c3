package tw.ecard.queue.notification;

import java.util.Arrays;
import tw.ecard.queue.refusal.QueueRefusal;

/** Reads a parameter that names one of a few values, and says which there are when it names none of them. */
final class FilterValue {

    private FilterValue() {}

    static <E extends Enum<E>> E of(String parameter, Class<E> values, String wanted) {
        E[] known = values.getEnumConstants();
        return Arrays.stream(known)
                .filter(value -> value.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new QueueRefusal.UnknownFilterValue(
                        parameter, Arrays.stream(known).map(Enum::name).toList()));
    }
}
