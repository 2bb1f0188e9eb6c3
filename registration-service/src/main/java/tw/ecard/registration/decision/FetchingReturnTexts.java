package tw.ecard.registration.decision;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import tw.ecard.registration.decision.StaffReturns.Texts;
import tw.ecard.registration.decision.StaffReturns.WithoutTexts;

/** Asks queue-service for what staff wrote, in the background: the institution reads the codes until it is there. */
@ApplicationScoped
class FetchingReturnTexts {

    private static final Logger LOG = Logger.getLogger(FetchingReturnTexts.class);
    private static final int AT_A_TIME = 20;

    private final StaffReturns returns;
    private final QueueService queue;

    FetchingReturnTexts(StaffReturns returns, @RestClient QueueService queue) {
        this.returns = returns;
        this.queue = queue;
    }

    /** Two replicas that fetch the same text do no harm. */
    @Scheduled(every = "{ecard.returns.fetch-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void fetch() {
        returns.withoutTexts(AT_A_TIME).forEach(this::fetch);
    }

    private void fetch(WithoutTexts wanted) {
        try {
            queue.returns(wanted.ticketId()).items().stream()
                    .filter(found -> found.round() == wanted.round())
                    .findFirst()
                    .ifPresent(found -> returns.keepTexts(wanted.application(), wanted.round(), texts(found)));
        } catch (RuntimeException e) {
            // The other service, or the login before it, is away: the next run asks again, and the others go on.
            LOG.warnf(
                    "texts of the return of %s are fetched later: %s",
                    wanted.application(), e.getClass().getSimpleName());
        }
    }

    private static Texts texts(QueueService.Return found) {
        return new Texts(
                found.reasons().stream()
                        .map(reason -> new StaffReturn.Reason(reason.code(), reason.message()))
                        .toList(),
                found.rows().stream()
                        .map(remark -> new StaffReturn.RowRemark(remark.row(), remark.message()))
                        .toList());
    }
}
