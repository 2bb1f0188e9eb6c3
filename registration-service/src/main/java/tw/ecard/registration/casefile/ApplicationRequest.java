package tw.ecard.registration.casefile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.problem.FieldError;
import tw.ecard.registration.application.ContactPerson;
import tw.ecard.registration.application.DocumentNumber;
import tw.ecard.registration.application.Institution;
import tw.ecard.registration.application.InstitutionKind;
import tw.ecard.registration.application.OfficialDocument;
import tw.ecard.registration.application.ReceivingApplication.NewApplication;
import tw.ecard.registration.application.Speed;

/** The body of a new application. */
@Schema(name = "NewApplication", description = "新申請案")
record ApplicationRequest(
        @NotNull @Valid InstitutionRequest institution,
        @NotNull @Valid DocumentRequest officialDocument,
        @NotNull @Valid ContactRequest contact,
        @Size(max = 1000) String remarks) {

    private static final String SCHOOL_CODE = "\\d{6}(-[A-Z])?";
    private static final String AGENCY_CODE = "[0-9A-Z]{8,10}";

    @Schema(name = "InstitutionRequest")
    record InstitutionRequest(
            @Schema(description = "學校代碼 6 碼（分校加 -A），或機關代碼 8 至 10 碼", examples = "999901") @NotBlank
            String code,

            @Schema(examples = "示範高級中學") @NotBlank @Size(max = 100)
            String name,

            @NotNull InstitutionKind kind) {}

    @Schema(name = "OfficialDocumentRequest")
    record DocumentRequest(
            @Schema(description = "發文字號", examples = "示範圖字第1150001234號") @NotBlank @Size(max = 60)
            String number,

            @NotNull LocalDate issuedOn,
            @Schema(description = "速別；未填為普通件") Speed speed,

            @Schema(examples = "申請集體辦理數位借閱證") @Size(max = 300)
            String subject) {}

    /** Also the body of a change of contact. */
    @Schema(name = "ContactRequest")
    record ContactRequest(
            @Schema(examples = "王大明") @NotBlank @Size(max = 50)
            String name,

            @Schema(examples = "library@example.edu.tw") @NotBlank @Email @Size(max = 254)
            String email,

            @Schema(examples = "05-5512345") @NotBlank @Pattern(regexp = "[0-9+()\\- ]{6,20}")
            String phone,

            @Schema(examples = "117") @Pattern(regexp = "[0-9]{1,8}")
            String extension) {

        ContactPerson person() {
            return new ContactPerson(name.strip(), email.strip(), phone.strip(), extension);
        }

        @Override
        public String toString() {
            return "ContactRequest[…]";
        }
    }

    /** What the institution applies with; refuses with every error in the parts that only the rules can check. */
    NewApplication application(LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        String code = institution.kind() == InstitutionKind.SCHOOL ? SCHOOL_CODE : AGENCY_CODE;
        if (!institution.code().matches(code)) {
            errors.add(new FieldError("/institution/code", "invalid-institution-code"));
        }
        Optional<DocumentNumber> number = DocumentNumber.parse(officialDocument.number());
        if (number.isEmpty()) {
            errors.add(new FieldError("/officialDocument/number", "invalid-document-number"));
        }
        if (officialDocument.issuedOn().isAfter(today)) {
            errors.add(new FieldError("/officialDocument/issuedOn", "document-date-in-future"));
        }
        if (!errors.isEmpty()) {
            throw new CasefileRefusal.InvalidApplication(errors);
        }
        return new NewApplication(
                new Institution(institution.code(), institution.name().strip(), institution.kind()),
                number.orElseThrow(),
                new OfficialDocument(
                        number.orElseThrow().text(),
                        officialDocument.issuedOn(),
                        officialDocument.speed() == null ? Speed.NORMAL : officialDocument.speed(),
                        officialDocument.subject()),
                contact.person(),
                remarks);
    }
}
