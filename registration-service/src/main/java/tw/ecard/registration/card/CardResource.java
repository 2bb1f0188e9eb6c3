package tw.ecard.registration.card;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.Cursor;
import tw.ecard.kit.http.Page;
import tw.ecard.kit.http.PageSize;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.XlsxTable;
import tw.ecard.registration.upload.Download;

/** The cards of an application, for its institution to pass on. */
@Path("/v1/applications/{id}/cards")
@Tag(name = ApiSections.CARDS)
public class CardResource {

    private static final String SHEET = "數位借閱證";
    private static final List<String> HEADERS = List.of("列號", "單位", "學號", "姓名", "借閱證號");

    private final ListingCards cards;
    private final Caller caller;

    CardResource(ListingCards cards, Caller caller) {
        this.cards = cards;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(
            operationId = "listCards",
            summary = "取得借閱證號",
            description =
                    "完成製證後，依讀者資料檔的順序列出每人的借閱證號；姓名已遮蔽，請以列號、單位與學號對應。" + "format=json 分頁回應，format=xlsx 一次下載全部。尚未完成時回 409。")
    @APIResponse(
            responseCode = "200",
            description = "一頁借閱證，或全部的 xlsx 檔",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CardPage.class)),
                @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            })
    public Response list(
            @Parameter(description = "申請案") @PathParam("id") UUID id,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"json", "xlsx"},
                                            defaultValue = "json"))
                    @QueryParam("format")
                    @DefaultValue("json")
                    String format,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        AssigningCards.Issued issued = cards.issued(id, caller.reach());
        return switch (format) {
            case "json" -> page(issued, cursor, PageSize.of(limit), uri);
            case "xlsx" -> file(issued);
            default -> throw new CardRefusal.NoSuchFormat();
        };
    }

    private Response page(AssigningCards.Issued issued, String cursor, int size, UriInfo uri) {
        List<CardView> oneMore = cards.after(issued, Cursor.number(cursor, 0), size + 1);
        Response answer = Page.of(oneMore, size, card -> Cursor.at(card.row())).answer(uri);
        return Response.fromResponse(answer)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private Response file(AssigningCards.Issued issued) {
        StreamingOutput content = out -> XlsxTable.write(out, SHEET, HEADERS, rows(cards.all(issued)));
        return Download.of(SHEET + ".xlsx", SpreadsheetFormat.XLSX.mediaType(), content)
                .build();
    }

    private static Iterator<String[]> rows(Iterator<CardView> cards) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cards.hasNext();
            }

            @Override
            public String[] next() {
                CardView card = cards.next();
                return new String[] {
                    Integer.toString(card.row()),
                    card.unit(),
                    card.studentNumber(),
                    card.maskedName(),
                    card.cardNumber()
                };
            }
        };
    }

    /** The shape of a page, for the description. */
    @Schema(name = "CardPage")
    record CardPage(List<CardView> items, String nextCursor) {}
}
