package tw.ecard.registration.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.roster.template.RosterTemplate;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.upload.Download;

/** The blank reader-data file; it says nothing of anybody, so anybody may have it. */
@Path("/v1/roster-template")
@Tag(name = ApiSections.ROSTERS)
public class RosterTemplateResource {

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "getRosterTemplate",
            summary = "下載讀者資料檔範本",
            description = "空白範本，含欄位標題、一列範例（填寫前請刪除）與填寫說明；檔名載明範本版本。csv 為 UTF-8（含 BOM），" + "沒有填寫說明與下拉選單。不需登入。")
    @APIResponse(
            responseCode = "200",
            description = "範本",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(
            @Parameter(
                            description = "檔案格式",
                            schema =
                                    @Schema(
                                            enumeration = {"xlsx", "ods", "csv"},
                                            defaultValue = "xlsx"))
                    @QueryParam("format")
                    @DefaultValue("xlsx")
                    String format) {
        SpreadsheetFormat wanted = RosterTemplate.FORMATS.stream()
                .filter(offered -> offered.extension().equals(format))
                .findFirst()
                .orElseThrow(RosterRefusal.NoSuchTemplate::new);
        StreamingOutput content = out -> RosterTemplate.write(wanted, out);
        return Download.of(RosterTemplate.fileName(wanted), wanted.mediaType(), content)
                .build();
    }
}
