package tw.ecard.queue.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tw.ecard.queue.refusal.QueueRefusal;

/** In which order a list shows the tickets of a lane. Nothing else ever goes by it: claims follow the numbers. */
enum TicketOrder {
    NUMBER,
    /** Overdue first, then due soon. */
    DUE;

    /** By its name in the query; the default where none is given. */
    static TicketOrder of(String name) {
        if (name == null) {
            return NUMBER;
        }
        List<String> known = Arrays.stream(values()).map(TicketOrder::parameter).toList();
        int place = known.indexOf(name);
        if (place < 0) {
            throw new QueueRefusal.UnknownFilterValue("sort", known);
        }
        return values()[place];
    }

    private String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
