package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import tw.ecard.queue.desk.TicketView.Attachments;
import tw.ecard.queue.desk.TicketView.Links;
import tw.ecard.queue.ticket.PaperKind;
import tw.ecard.queue.ticket.Ticket;

/** Where everything is that a clerk decides by: most of it at registration-service, the rest here. */
@ApplicationScoped
class CaseLinks {

    private final DeskConfig config;

    CaseLinks(DeskConfig config) {
        this.config = config;
    }

    /** Of a number that was voided with nobody behind it, only what stands here. */
    Links of(Ticket ticket) {
        UUID application = ticket.application().id();
        String here = "/v1/tickets/" + ticket.id();
        return new Links(
                application(application, ""),
                application == null ? null : attachments(application),
                application(application, "/timeline"),
                roster(ticket.rosterId(), ""),
                roster(ticket.rosterId(), "/readers"),
                roster(ticket.rosterId(), "/errors"),
                URI.create(here + "/checks"),
                URI.create(here + "/returns"),
                URI.create(here + "/clock"),
                application == null ? null : URI.create("/v1/notifications?application=" + application));
    }

    URI paper(UUID applicationId, PaperKind kind) {
        return application(applicationId, "/attachments/" + kind.pathName());
    }

    private Attachments attachments(UUID applicationId) {
        return new Attachments(
                paper(applicationId, PaperKind.OFFICIAL_DOCUMENT),
                paper(applicationId, PaperKind.APPLICATION_FORM),
                paper(applicationId, PaperKind.CONSENT_DECLARATION));
    }

    private URI application(UUID id, String part) {
        return there("/v1/applications/", id, part);
    }

    private URI roster(UUID id, String part) {
        return there("/v1/rosters/", id, part);
    }

    private URI there(String path, UUID id, String part) {
        return id == null ? null : config.registrationUrl().resolve(path + id + part);
    }
}
