package tw.ecard.registration.casefile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.PageSize;
import tw.ecard.kit.http.Revision;
import tw.ecard.kit.idempotency.Idempotent;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.casefile.ApplicationQueries.Shown;

/** Applications over HTTP. */
@Path("/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiSections.APPLICATIONS)
public class ApplicationResource {

    private final ApplicationQueries queries;
    private final ChangingApplication changing;

    ApplicationResource(ApplicationQueries queries, ChangingApplication changing) {
        this.queries = queries;
        this.changing = changing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(operationId = "receiveApplication", summary = "登錄申請案（公文）", description = "登錄後取得收文號；備齊申請單與聲明書後排入審核。")
    @Parameter(
            name = "Idempotency-Key",
            in = org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER,
            description = "重送同一請求時沿用同一值，不會重複登錄",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "已登錄",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response receive(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ApplicationRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "學校",
                                                            value = ApplicationExamples.NEW_APPLICATION)))
                    @NotNull
                    @Valid
                    ApplicationRequest request,
            UriInfo uri) {
        Shown shown = changing.receive(request);
        URI location =
                uri.getAbsolutePathBuilder().path(shown.view().id().toString()).build();
        return with(Response.created(location), shown);
    }

    @GET
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN, Role.OBSERVER})
    @Operation(operationId = "listApplications", summary = "查詢申請案", description = "新收文者在前；機關學校只看得到自己的。")
    @APIResponse(
            responseCode = "200",
            description = "一頁申請案",
            content = @Content(schema = @Schema(implementation = ApplicationPage.class)))
    public Response list(
            @BeanParam ApplicationFilter filter,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            UriInfo uri) {
        return queries.list(filter, cursor, PageSize.of(limit)).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN, Role.OBSERVER})
    @Operation(operationId = "getApplication", summary = "查看申請案")
    @APIResponse(
            responseCode = "200",
            description = "申請案；ETag 為其版本",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response get(@PathParam("id") UUID id) {
        return with(Response.ok(), queries.show(id));
    }

    @GET
    @Path("/{id}/timeline")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN, Role.OBSERVER})
    @Operation(operationId = "getTimeline", summary = "查看申請案歷程")
    public List<TimelineView> timeline(@PathParam("id") UUID id) {
        return queries.timeline(id);
    }

    @PUT
    @Path("/{id}/contact")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(operationId = "changeContact", summary = "變更聯絡人", description = "核准前變更者，新聯絡人須另附聲明書；審核中請先洽圖書館退回。")
    @APIResponse(
            responseCode = "200",
            description = "已變更",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response nameContact(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ApplicationRequest.ContactRequest.class),
                                            examples =
                                                    @ExampleObject(name = "新聯絡人", value = ApplicationExamples.CONTACT)))
                    @NotNull
                    @Valid
                    ApplicationRequest.ContactRequest contact) {
        return with(Response.ok(), changing.nameContact(id, Revision.required(ifMatch), contact));
    }

    @GET
    @Path("/{id}/contact/history")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(operationId = "getContactHistory", summary = "查看歷任聯絡人")
    public List<ContactHistoryView> contactHistory(@PathParam("id") UUID id) {
        return queries.contactHistory(id);
    }

    @POST
    @Path("/{id}/correction")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(operationId = "correctPapers", summary = "送出補正的文件", description = "回到原順位；若還要求更正名冊，通過檢查後才回到原順位。")
    @APIResponse(
            responseCode = "200",
            description = "已送出",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response correct(@PathParam("id") UUID id) {
        return with(Response.ok(), changing.correct(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(operationId = "withdrawApplication", summary = "撤回申請案", description = "完成前皆可撤回。")
    @APIResponse(
            responseCode = "200",
            description = "已撤回",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response withdraw(@PathParam("id") UUID id) {
        return with(Response.ok(), changing.withdraw(id));
    }

    @GET
    @Path("/{id}/notification-context")
    @RolesAllowed(Role.SERVICE)
    @Tag(name = ApiSections.SERVICES)
    @Operation(operationId = "getNotificationContext", summary = "（系統間）通知信的收件人與案件狀態")
    public NotificationContext notificationContext(
            @PathParam("id") UUID id,
            @QueryParam("contactVersion") @Parameter(description = "收件人為哪一版次的聯絡人；省略時為現任", example = "1")
                    Integer contactVersion) {
        return queries.notificationContext(id, contactVersion);
    }

    private static Response with(Response.ResponseBuilder answer, Shown shown) {
        return answer.entity(shown.view())
                .header(HttpHeaders.ETAG, new Revision(shown.revision()).etag())
                .build();
    }

    /** A page of applications, for the description. */
    @Schema(name = "ApplicationPage")
    record ApplicationPage(List<ApplicationView> items, String nextCursor) {}
}
