package tw.ecard.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; null on the last
 */
public record Page<T>(List<T> items, String nextCursor) {

    /** The page of the first {@code limit} rows; one row more than that says that another page follows. */
    public static <T> Page<T> of(List<T> oneMoreThanLimit, int limit, Function<T, Cursor> position) {
        if (oneMoreThanLimit.size() <= limit) {
            return new Page<>(oneMoreThanLimit, null);
        }
        List<T> items = oneMoreThanLimit.subList(0, limit);
        return new Page<>(items, position.apply(items.get(limit - 1)).text());
    }

    /** The same page with each item shown in another form. */
    public <R> Page<R> map(Function<? super T, ? extends R> form) {
        return new Page<>(items.stream().<R>map(form).toList(), nextCursor);
    }

    /** The answer, with a Link to the next page where there is one. */
    public Response answer(UriInfo uri) {
        Response.ResponseBuilder answer = Response.ok(this);
        if (nextCursor != null) {
            String next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", nextCursor)
                    .build()
                    .toString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
