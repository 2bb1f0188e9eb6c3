package tw.ecard.systemtests.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tw.ecard.localstack.demo.Person;
import tw.ecard.systemtests.roster.Readers;

/**
 * What would show that a person was written down in plain: national ID (also mistyped), name, birth date as in the file
 * and as ISO, phones with and without their dash; in UTF-8, UTF-16 and Big5. The digits of a birth date or a phone may
 * stand in a longer number or an id by chance, so nothing that could be part of one may stand beside them.
 */
public final class Traces {

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("Big5"));
    private static final int WINDOW = 1 << 20;

    private final boolean[] begins = new boolean[1 << 16];
    private final List<List<Trace>> byBeginning = new ArrayList<>();
    private int longest;

    private Traces() {
        for (int i = 0; i < 1 << 16; i++) {
            byBeginning.add(List.of());
        }
    }

    private record Trace(byte[] bytes, boolean alone) {}

    public static Traces of(List<Person> people) {
        Traces traces = new Traces();
        for (Person person : people) {
            traces.add(person.nationalId(), false);
            traces.add(Readers.mistyped(person.nationalId()), false);
            traces.add(person.name(), false);
            traces.add(person.birthDate().toString(), false);
            traces.add(person.rocBirthDate(), true);
            traces.add(person.birthDate().format(DateTimeFormatter.BASIC_ISO_DATE), true);
            traces.add(person.mobile(), false);
            traces.add(person.phone(), false);
            traces.add(person.phone().replace("-", ""), true);
        }
        return traces;
    }

    private void add(String value, boolean alone) {
        if (value == null || value.isEmpty()) {
            return;
        }
        for (Charset charset : CHARSETS) {
            byte[] bytes = value.getBytes(charset);
            int beginning = beginning(bytes, 0);
            begins[beginning] = true;
            List<Trace> more = new ArrayList<>(byBeginning.get(beginning));
            more.add(new Trace(bytes, alone));
            byBeginning.set(beginning, more);
            longest = Math.max(longest, bytes.length);
        }
    }

    /** True when a trace of anybody is in the bytes. */
    public boolean areIn(byte[] bytes) {
        return areIn(bytes, bytes.length);
    }

    /** True when a trace of anybody is in the file; a file that is gone by now holds none. */
    public boolean areIn(Path file) throws IOException {
        byte[] window = new byte[WINDOW];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.readNBytes(window, 0, WINDOW);
            while (read > 0) {
                if (areIn(window, kept + read)) {
                    return true;
                }
                // What a boundary cuts through is seen with the next window.
                int keep = Math.min(longest + 1, kept + read);
                System.arraycopy(window, kept + read - keep, window, 0, keep);
                kept = keep;
                read = in.readNBytes(window, kept, WINDOW - kept);
            }
        } catch (NoSuchFileException e) {
            return false;
        }
        return false;
    }

    private boolean areIn(byte[] bytes, int length) {
        for (int i = 0; i + 1 < length; i++) {
            int beginning = beginning(bytes, i);
            if (begins[beginning]) {
                for (Trace trace : byBeginning.get(beginning)) {
                    if (isAt(trace, bytes, i, length)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isAt(Trace trace, byte[] bytes, int at, int length) {
        int end = at + trace.bytes().length;
        if (end > length || !Arrays.equals(bytes, at, end, trace.bytes(), 0, trace.bytes().length)) {
            return false;
        }
        return !trace.alone()
                || !(at > 0 && isPartOfANumber(bytes[at - 1])) && !(end < length && isPartOfANumber(bytes[end]));
    }

    private static boolean isPartOfANumber(byte character) {
        return Character.digit(character, 16) >= 0 || character == '-' || character == '.';
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
