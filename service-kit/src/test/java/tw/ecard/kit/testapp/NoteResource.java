package tw.ecard.kit.testapp;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.Cursor;
import tw.ecard.kit.http.Page;
import tw.ecard.kit.http.PageSize;
import tw.ecard.kit.http.Revision;
import tw.ecard.kit.idempotency.Idempotent;
import tw.ecard.kit.problem.Refusal;
import tw.ecard.kit.sql.Sql;

@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
class NoteResource {

    private final Sql sql;
    private final Caller caller;

    NoteResource(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    record Contact(@NotBlank @Email String email) {}

    record NewNote(@NotBlank String text, @NotNull @Valid Contact contact, List<@NotBlank String> tags, Integer size) {}

    record Note(long id, String text) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response create(@NotNull @Valid NewNote request) {
        if ("wait".equals(request.text())) {
            Gate.pass();
        }
        long id = insert(request.text());
        if ("refuse".equals(request.text())) {
            throw new NoteRefused(Refusal.Kind.CONFLICT);
        }
        return Response.created(URI.create("/v1/notes/" + id))
                .header(HttpHeaders.ETAG, new Revision(1).etag())
                .entity(new Note(id, request.text()))
                .build();
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    public Response upload(@RestForm("file") FileUpload file) throws IOException {
        long id = insert(Files.readString(file.uploadedFile()));
        return Response.status(202).entity(Map.of("id", id)).build();
    }

    @GET
    public Response list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit, UriInfo uri) {
        int size = PageSize.of(limit);
        List<Note> rows = sql.list(
                row -> new Note(row.getLong("id"), row.getString("text")),
                "SELECT id, text FROM note WHERE id > ? ORDER BY id LIMIT ?",
                Cursor.number(cursor, 0),
                size + 1);
        return Page.of(rows, size, note -> Cursor.at(note.id())).answer(uri);
    }

    @GET
    @Path("after")
    public Map<String, Object> after(@QueryParam("cursor") String cursor, @QueryParam("most") @Max(9) Integer most) {
        return Map.of("found", sql.number("SELECT count(*) FROM note WHERE text > ?", Cursor.text(cursor, "")));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, NewNote request) {
        Revision.required(ifMatch).mustBe(1);
        return Response.noContent()
                .header(HttpHeaders.ETAG, new Revision(2).etag())
                .build();
    }

    @GET
    @Path("refusals/{kind}")
    public Response refuse(@PathParam("kind") Refusal.Kind kind) {
        throw new NoteRefused(kind);
    }

    @GET
    @Path("failure")
    public Response fail() {
        throw new IllegalStateException("secret of the inside");
    }

    @GET
    @Path("wrong-answer")
    public @Valid Contact wrongAnswer() {
        return new Contact("secret");
    }

    @GET
    @Path("me")
    public Map<String, Object> me() {
        return Map.of(
                "name", caller.name(),
                "institution", caller.institutionCode().orElse(""),
                "reach", String.valueOf(caller.reach().institutionCode()));
    }

    @GET
    @Path("public")
    @PermitAll
    public Map<String, Object> open() {
        return Map.of("open", true);
    }

    private long insert(String text) {
        return sql.number("INSERT INTO note (text) VALUES (?) RETURNING id", text);
    }
}
