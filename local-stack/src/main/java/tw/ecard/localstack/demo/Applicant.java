package tw.ecard.localstack.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** An institution that applies, and its contact. */
record Applicant(
        Identity identity,
        String code,
        String name,
        String kind,
        String documentWord,
        String contactName,
        String contactAddress,
        String phone) {

    static Applicant school(long seed) {
        return new Applicant(
                Identity.client("demo-school"),
                "999901",
                "示範高級中學",
                "SCHOOL",
                "示範圖字",
                "王大明",
                "library-" + seed + "@school.example",
                "05-5512345");
    }

    static Applicant agency(long seed) {
        return new Applicant(
                Identity.client("demo-agency"),
                "A99990000I",
                "示範機關",
                "AGENCY",
                "示範秘字",
                "李小華",
                "office-" + seed + "@agency.example",
                "04-22261105");
    }

    /** The body of the application; a document number is taken once an institution, so it comes from the seed. */
    ObjectNode application(long seed, LocalDate today) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("institution").put("code", code).put("name", name).put("kind", kind);
        body.putObject("officialDocument")
                .put("number", "%s第%03d%07d號".formatted(documentWord, today.getYear() - 1911, seed))
                .put("issuedOn", today.toString())
                .put("speed", "NORMAL")
                .put("subject", "申請集體辦理數位借閱證");
        body.putObject("contact")
                .put("name", contactName)
                .put("email", contactAddress)
                .put("phone", phone);
        return body;
    }
}
