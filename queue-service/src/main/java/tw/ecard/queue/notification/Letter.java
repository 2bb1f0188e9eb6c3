package tw.ecard.queue.notification;

import java.util.List;

/**
 * What a mail's templates are filled with.
 *
 * @param ticket number in the issuance lane; null when the mail does not speak of one
 * @param targetOn as people read it; null when unknown
 * @param dueOn as people read it; null when unknown
 * @param reasons the catalogue's texts, never what staff wrote
 * @param remarkedRows how many rows of the roster staff remarked on
 * @param instructions what to pass on to each applicant
 */
public record Letter(
        String libraryName,
        String contactName,
        String institutionName,
        String receiptNumber,
        String documentNumber,
        Long ticket,
        String targetOn,
        String dueOn,
        Integer rows,
        Integer errors,
        List<String> reasons,
        boolean papersRequired,
        boolean rosterRequired,
        int remarkedRows,
        List<String> instructions) {}
