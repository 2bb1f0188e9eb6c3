package tw.ecard.queue.office;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.idempotency.Idempotent;
import tw.ecard.queue.api.ApiSections;
import tw.ecard.queue.calendar.CalendarFile;
import tw.ecard.queue.office.ImportingCalendar.Imported;
import tw.ecard.queue.office.ImportingCalendar.Revision;
import tw.ecard.queue.refusal.QueueRefusal;

/** Where published calendars come in. */
@Path("/v1/calendar/imports")
@Produces(MediaType.APPLICATION_JSON)
class CalendarImportResource {

    private final ImportingCalendar importing;
    private final CalendarConfig config;
    private final Caller caller;

    CalendarImportResource(ImportingCalendar importing, CalendarConfig config, Caller caller) {
        this.importing = importing;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.ADMINISTRATOR)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    @Tag(name = ApiSections.CALENDAR)
    @Operation(
            operationId = "importCalendar",
            summary = "匯入行政院人事行政總處公布的辦公日曆",
            description = "以 multipart 的 file 欄位上傳 CSV 檔（欄位：西元日期,星期,是否放假,備註；UTF-8 或 Big5），須為一個或數個完整年度。"
                    + "已載入的年度整年改依檔案；由管理者逐日設定的日子（颱風停班、本館休館日）仍然有效，並列於 setDays。"
                    + "進行中案件的期限隨之重新計算，回應列出變動者。檔案有任何錯誤即不匯入，errors 以 file:列號 指出。")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "重送同一請求時用相同的值，會得到第一次的回應",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "已匯入（或試算）的年度，及因此變動期限的案件",
            content = @Content(schema = @Schema(implementation = CalendarImportView.class)))
    public Response importCalendar(
            @RestForm("file") FileUpload file,
            @Parameter(description = "true 時只試算，不作任何變更") @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Parameter(description = "true 時，這些年度由管理者逐日設定的日子一律改依檔案")
                    @QueryParam("replaceSetDays")
                    @DefaultValue("false")
                    boolean replaceSetDays) {
        CalendarFile calendar = CalendarFile.read(content(file));
        if (!calendar.findings().isEmpty()) {
            throw CalendarFaults.refusal(calendar);
        }
        Revision revision = new Revision(calendar.years(), replaceSetDays);
        Imported imported = dryRun ? importing.look(revision) : importing.take(revision, AuditActor.of(caller));
        return Response.ok(CalendarImportView.of(imported, dryRun)).build();
    }

    private byte[] content(FileUpload file) {
        if (file == null || file.uploadedFile() == null) {
            throw new QueueRefusal.FileRequired();
        }
        long largest = config.maxFileSize().asLongValue();
        if (file.size() > largest) {
            throw new QueueRefusal.FileTooLarge(largest);
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
