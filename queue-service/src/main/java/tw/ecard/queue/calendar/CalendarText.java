package tw.ecard.queue.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The bytes of a calendar file as text: UTF-8 where all of it is, with or without a mark; else Big5 as Windows has it. */
final class CalendarText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("MS950"));

    private CalendarText() {}

    /** The text without its mark; empty when the bytes are text in neither encoding. */
    static Optional<String> of(byte[] file) {
        return CHARSETS.stream()
                .flatMap(charset -> decoded(file, charset).stream())
                .findFirst()
                .map(text -> !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            // Not this encoding; the next one may be.
            return Optional.empty();
        }
    }
}
