package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tw.ecard.kit.problem.Language;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.clock.ClockReading;
import tw.ecard.queue.delay.CaseDelays;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.reason.Requirement;
import tw.ecard.queue.returns.CaseReturn;
import tw.ecard.queue.returns.CaseReturns;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/** Gathers what a mail says, as things are now. */
@ApplicationScoped
class WritingLetters {

    private final MailConfig config;
    private final LetterLinks links;
    private final Tickets tickets;
    private final ClockReaders clocks;
    private final CaseReturns returns;
    private final CaseDelays delays;

    WritingLetters(
            MailConfig config,
            LetterLinks links,
            Tickets tickets,
            ClockReaders clocks,
            CaseReturns returns,
            CaseDelays delays) {
        this.config = config;
        this.links = links;
        this.tickets = tickets;
        this.clocks = clocks;
        this.returns = returns;
        this.delays = delays;
    }

    /** @param again whether staff had it sent once more */
    @Transactional
    Letter write(PlannedMail mail, boolean again, NotificationContext context) {
        Optional<Ticket> ticket = Optional.ofNullable(mail.ticketId()).flatMap(tickets::admitted);
        Optional<ClockReading> clock = ticket.map(clocks.now()::read);
        Optional<CaseReturn> made = ticket.flatMap(of -> returns.ofRound(of.id(), mail.round()));
        return new Letter(
                config.libraryName(),
                config.enquiries().orElse(null),
                context.contact().name(),
                context.institution().name(),
                mail.receiptNumber(),
                context.documentNumber(),
                context.status().name(),
                links.application(mail.applicationId()),
                links.rosterTemplate(),
                ticket.map(Ticket::number).orElse(null),
                day(clock.map(ClockReading::targetOn)),
                day(clock.map(ClockReading::dueOn)),
                mail.rows(),
                mail.errors(),
                reasons(mail, ticket, made),
                made.filter(of -> of.requires().contains(Requirement.PAPERS)).isPresent(),
                made.filter(of -> of.requires().contains(Requirement.ROSTER)).isPresent(),
                made.map(of -> of.rows().size()).orElse(0),
                delay(mail, ticket),
                config.cardInstructions().lines().toList(),
                again,
                false);
    }

    private List<String> reasons(PlannedMail mail, Optional<Ticket> ticket, Optional<CaseReturn> made) {
        if (mail.kind() == MailKind.REJECTED) {
            return ticket.flatMap(of -> returns.rejection(of.id())).stream()
                    .map(rejection -> rejection.code().text(Language.DEFAULT))
                    .toList();
        }
        return made.stream()
                .flatMap(of -> of.reasons().stream())
                .map(reason -> reason.code().text(Language.DEFAULT))
                .distinct()
                .toList();
    }

    private Letter.Delay delay(PlannedMail mail, Optional<Ticket> ticket) {
        if (mail.kind() != MailKind.DELAYED) {
            return null;
        }
        return ticket.flatMap(of -> delays.ofRound(of.id(), mail.round())
                        .map(told -> new Letter.Delay(
                                of.lane() == Lane.REVIEW ? "審核" : "製證",
                                Taipei.rocDate(told.dueOn()),
                                day(Optional.ofNullable(told.expectedOn())))))
                .orElseThrow();
    }

    private static String day(Optional<LocalDate> date) {
        return date.map(Taipei::rocDate).orElse(null);
    }
}
