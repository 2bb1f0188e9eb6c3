package tw.ecard.registration.holder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.audit.AuditDeed;
import tw.ecard.kit.audit.AuditLog;
import tw.ecard.registration.holder.HolderImportQueue.Claim;
import tw.ecard.registration.holder.HolderImportQueue.ClaimLost;
import tw.ecard.registration.person.CardHolders;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.vault.FileVault;

/**
 * Imports registers that wait. Registering the people, counting them and forgetting the file are one transaction, so that
 * an import that is begun anew counts nobody twice.
 */
@ApplicationScoped
class ImportingHolders {

    private static final Logger LOG = Logger.getLogger(ImportingHolders.class);

    /** To register a million people. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final HolderConfig config;
    private final HolderImportQueue queue;
    private final HolderImports imports;
    private final CardHolders holders;
    private final FileVault vault;
    private final AuditLog audit;

    ImportingHolders(
            HolderConfig config,
            HolderImportQueue queue,
            HolderImports imports,
            CardHolders holders,
            FileVault vault,
            AuditLog audit) {
        this.config = config;
        this.queue = queue;
        this.imports = imports;
        this.holders = holders;
        this.vault = vault;
        this.audit = audit;
    }

    @Scheduled(every = "{ecard.existing-holders.poll-interval:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    void importWaiting() {
        Optional<Claim> next = queue.claim();
        while (next.isPresent()) {
            Claim claim = next.get();
            try {
                importOne(claim);
            } catch (ClaimLost e) {
                LOG.infof("the import %s of existing holders was taken over", claim.id());
            } catch (RuntimeException e) {
                LOG.errorf(e, "existing holders %s could not be imported, tried again after the lease", claim.id());
            }
            next = queue.claim();
        }
    }

    /** Brings the import to its end. */
    void importOne(Claim claim) {
        SpreadsheetLimits limits = config.limits();
        HolderFile.Content content = HolderFile.read(
                () -> vault.openChannel(claim.fileId()), limits, config.listedRows(), read -> queue.renew(claim, read));
        QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> conclude(claim, content));
    }

    private void conclude(Claim claim, HolderFile.Content content) {
        int added = 0;
        if (content.problem() == null) {
            added = holders.register(claim.id(), content.people(), () -> queue.renew(claim, content.read()));
            imports.addWrongRows(claim.id(), content.listed());
        }
        queue.finish(claim, content, added);
        vault.delete(claim.fileId());
        audit.record(deed(claim, content, added));
    }

    /** Whoever sent the file did it, though it happens later. */
    private static AuditDeed deed(Claim claim, HolderFile.Content content, int added) {
        AuditActor by = new AuditActor(claim.receivedBy(), Role.ADMINISTRATOR);
        AuditDeed deed = AuditDeed.of("HOLDERS_IMPORTED", "HOLDER_IMPORT", claim.id(), by);
        return content.problem() == null
                ? deed.with("rows", content.read()).with("added", added).with("wrong", content.wrong())
                : deed.with("refused", content.problem().code());
    }
}
