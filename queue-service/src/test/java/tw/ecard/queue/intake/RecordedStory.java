package tw.ecard.queue.intake;

import java.util.UUID;
import tw.ecard.queue.TestClock;

/** The events of one application that takes this number in review, written down and not sent. */
record RecordedStory(long number, UUID application) {

    RecordedStory(long number) {
        this(number, UUID.randomUUID());
    }

    String received() {
        return event(1, "received", "\"status\": \"DOCUMENTS_MISSING\"");
    }

    String submitted() {
        return event(2, "submitted", """
                "lane": "REVIEW", "ticket": %d, "speed": "NORMAL", "arrivedAt": "%s",
                "institutionName": "示範高級中學", "institutionKind": "SCHOOL\"""".formatted(number, TestClock.MONDAY));
    }

    String withdrawn() {
        return event(3, "withdrawn", "\"lane\": \"REVIEW\", \"ticket\": %d".formatted(number));
    }

    private String event(int sequence, String type, String more) {
        return """
                {"specversion": "1.0", "id": "%1$s", "source": "/registration-service",
                 "type": "tw.ecard.application.%2$s.v1", "subject": "%3$s", "time": "%4$s",
                 "datacontenttype": "application/json", "partitionkey": "%3$s",
                 "data": {"applicationId": "%3$s", "receiptNumber": "1150000001", "institutionCode": "999901",
                          "sequence": %5$d, "round": 1, %6$s}}""".formatted(
                        UUID.nameUUIDFromBytes((application + type).getBytes()),
                        type,
                        application,
                        TestClock.MONDAY,
                        sequence,
                        more);
    }
}
