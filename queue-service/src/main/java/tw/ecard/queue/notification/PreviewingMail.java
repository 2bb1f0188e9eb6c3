package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.problem.Language;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.notification.ComposingMail.Composed;
import tw.ecard.queue.notification.Situation.Status;
import tw.ecard.queue.reason.RejectionReason;
import tw.ecard.queue.reason.ReturnReason;

/** Shows a mail as it would look, about an application that does not exist and says so. */
@ApplicationScoped
class PreviewingMail {

    private static final UUID NO_APPLICATION = new UUID(0, 0);
    private static final int DAYS_TO_TARGET = 9;
    private static final int DAYS_TO_DUE = 14;
    private static final int DAYS_TO_NEW_DATE = 18;

    private final ComposingMail composing;
    private final MailConfig config;
    private final LetterLinks links;
    private final Clock clock;

    PreviewingMail(ComposingMail composing, MailConfig config, LetterLinks links, Clock clock) {
        this.composing = composing;
        this.config = config;
        this.links = links;
        this.clock = clock;
    }

    Composed preview(MailKind kind) {
        return composing.compose(kind, example(kind));
    }

    private Letter example(MailKind kind) {
        LocalDate today = Taipei.dayOf(clock.instant());
        return new Letter(
                config.libraryName(),
                config.enquiries().orElse(null),
                "範例聯絡人",
                "範例高級中學",
                Taipei.rocYear(today) + "0000000",
                "範例字第" + Taipei.rocYear(today) + "0000000號",
                status(kind).name(),
                links.application(NO_APPLICATION),
                links.rosterTemplate(),
                42L,
                Taipei.rocDate(today.plusDays(DAYS_TO_TARGET)),
                Taipei.rocDate(today.plusDays(DAYS_TO_DUE)),
                1203,
                3,
                reasons(kind),
                true,
                true,
                2,
                new Letter.Delay(
                        "製證",
                        Taipei.rocDate(today.plusDays(DAYS_TO_DUE)),
                        Taipei.rocDate(today.plusDays(DAYS_TO_NEW_DATE))),
                config.cardInstructions().lines().toList(),
                false,
                true);
    }

    private static Status status(MailKind kind) {
        return switch (kind) {
            case RECEIVED -> Status.DOCUMENTS_MISSING;
            case APPROVED, CONTACT_CHANGED_FORMER, CONTACT_CHANGED_PRESENT -> Status.APPROVED;
            case REJECTED -> Status.REJECTED;
            case ROSTER_RETURNED -> Status.ROSTER_RETURNED;
            case QUEUED, DELAYED -> Status.QUEUED;
            case RETURNED -> Status.RETURNED;
            case COMPLETED -> Status.COMPLETED;
        };
    }

    private static List<String> reasons(MailKind kind) {
        return kind == MailKind.REJECTED
                ? List.of(RejectionReason.DUPLICATE_APPLICATION.text(Language.DEFAULT))
                : List.of(
                        ReturnReason.SEAL_MISSING.text(Language.DEFAULT),
                        ReturnReason.READER_NOT_ELIGIBLE.text(Language.DEFAULT));
    }
}
