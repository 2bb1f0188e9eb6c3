package tw.ecard.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;

/** A place in a list, opaque to clients: the ordering key of the last row of a page. */
public final class Cursor {

    private static final int LONGEST = 512;

    private final String key;

    private Cursor(String key) {
        this.key = key;
    }

    public static Cursor at(String key) {
        return new Cursor(key);
    }

    public static Cursor at(long key) {
        return new Cursor(Long.toString(key));
    }

    /** The number that a page's cursor holds, or {@code first} where no cursor was sent. */
    public static long number(String cursor, long first) {
        return cursor == null ? first : read(cursor, Long::parseLong);
    }

    /** The text that a page's cursor holds, or {@code first} where no cursor was sent. */
    public static String text(String cursor, String first) {
        return cursor == null ? first : read(cursor, Function.identity());
    }

    /** The id that a page's cursor holds, or null where no cursor was sent. */
    public static UUID uuid(String cursor) {
        return cursor == null ? null : read(cursor, UUID::fromString);
    }

    private static <T> T read(String cursor, Function<String, T> reading) {
        try {
            if (cursor.length() > LONGEST) {
                throw new HttpRefusal.InvalidCursor();
            }
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (key.chars().anyMatch(Character::isISOControl)) {
                throw new HttpRefusal.InvalidCursor();
            }
            return reading.apply(key);
        } catch (IllegalArgumentException e) {
            throw new HttpRefusal.InvalidCursor();
        }
    }

    /** As clients get it. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
