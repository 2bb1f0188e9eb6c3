package tw.ecard.queue.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.api.ApiSections;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.refusal.QueueRefusal;

/** The statistics. */
@Path("/v1/statistics")
@Produces({MediaType.APPLICATION_JSON, StatisticsResource.XLSX})
class StatisticsResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CountingCases counting;
    private final Clock clock;

    StatisticsResource(CountingCases counting, Clock clock) {
        this.counting = counting;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR, Role.OBSERVER})
    @Tag(name = ApiSections.STATISTICS)
    @Operation(
            operationId = "statistics",
            summary = "統計",
            description = "各隊伍的收件、辦結、時效與發證數，依月份與申請單位類別分列；最長 5 年。未指定期間時為最近 12 個月。" + "format=xlsx 下載為試算表。")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatisticsView.class)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response statistics(
            @QueryParam("from")
                    @Parameter(
                            description = "起日（含）",
                            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-01-01"))
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "迄日（含）",
                            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-12-31"))
                    String to,
            @QueryParam("format")
                    @DefaultValue("json")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"json", "xlsx"},
                                            defaultValue = "json"))
                    String format) {
        Period period = Period.of(from, to, Taipei.dayOf(clock.instant()));
        return switch (format) {
            case "json" ->
                Response.ok(view(period), MediaType.APPLICATION_JSON_TYPE).build();
            case "xlsx" -> file(period);
            default -> throw new QueueRefusal.UnknownFilterValue("format", List.of("json", "xlsx"));
        };
    }

    private StatisticsView view(Period period) {
        Map<Lane, LaneTallies> tallies = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            tallies.put(lane, counting.count(lane, period));
        }
        return StatisticsView.of(period, tallies);
    }

    private Response file(Period period) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            StatisticsSheet.write(file, view(period));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = "ecard-statistics-" + period.from() + "-" + period.to() + ".xlsx";
        return Response.ok(file.toByteArray(), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
