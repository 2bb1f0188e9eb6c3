package tw.ecard.queue.notification;

import java.util.List;

/**
 * What a mail's templates are filled with.
 *
 * @param enquiries whom to ask; null when the library names nobody
 * @param status of the application, as registration-service names it
 * @param applicationUrl where the institution's system finds the application
 * @param templateUrl where anybody finds the blank reader-data file
 * @param ticket number in the issuance lane; null when the mail does not speak of one
 * @param targetOn as people read it; null when unknown
 * @param dueOn as people read it; null when unknown
 * @param reasons the catalogue's texts, never what staff wrote
 * @param remarkedRows how many rows of the roster staff remarked on
 * @param delay what is said of a case that will be late; null in other mails
 * @param instructions what to pass on to each applicant
 * @param again whether staff had it sent once more
 * @param example whether it is a preview about nobody
 */
public record Letter(
        String libraryName,
        String enquiries,
        String contactName,
        String institutionName,
        String receiptNumber,
        String documentNumber,
        String status,
        String applicationUrl,
        String templateUrl,
        Long ticket,
        String targetOn,
        String dueOn,
        Integer rows,
        Integer errors,
        List<String> reasons,
        boolean papersRequired,
        boolean rosterRequired,
        int remarkedRows,
        Delay delay,
        List<String> instructions,
        boolean again,
        boolean example) {

    /**
     * That a case will be late.
     *
     * @param stage what is late, as people call it
     * @param dueOn as people read it
     * @param expectedOn as people read it; null when nobody can say
     */
    public record Delay(String stage, String dueOn, String expectedOn) {}
}
