package tw.ecard.registration.roster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import tw.ecard.registration.reader.PhoneNumber;
import tw.ecard.registration.reader.ReaderCategory;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.reader.Sex;

/**
 * A reader as the bytes that are sealed: a JSON array of texts, since names repeated a million times would be half of
 * what is stored. The first text is the version of the order of the others.
 */
@ApplicationScoped
class ReaderCodec {

    private static final String VERSION = "1";
    private static final int USUAL_BYTES = 256;

    private final ObjectMapper json = new ObjectMapper();

    byte[] encode(ReaderRow reader) {
        String[] values = {
            VERSION,
            reader.name().value(),
            reader.nationalId().value(),
            reader.birthDate().value().toString(),
            reader.sex() == null ? null : reader.sex().name(),
            reader.category().name(),
            reader.unit(),
            reader.studentNumber(),
            dialled(reader.phone()),
            dialled(reader.mobile()),
            reader.email() == null ? null : reader.email().value(),
            reader.postcode() == null ? null : reader.postcode().value(),
            reader.address() == null ? null : reader.address().value(),
            reader.remarks()
        };
        ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL_BYTES);
        try (JsonGenerator array = json.getFactory().createGenerator(bytes)) {
            array.writeArray(values, 0, values.length);
        } catch (IOException e) {
            throw new IllegalStateException("texts are always written", e);
        }
        return bytes.toByteArray();
    }

    HeldReader decode(int row, int ordinal, byte[] plain) {
        String[] values = read(plain);
        if (!VERSION.equals(values[0])) {
            throw new IllegalStateException("row " + row + " was written by a later version");
        }
        return new HeldReader(
                row,
                ordinal,
                values[1],
                values[2],
                LocalDate.parse(values[3]),
                values[4] == null ? null : Sex.valueOf(values[4]),
                ReaderCategory.valueOf(values[5]),
                values[6],
                values[7],
                values[8],
                values[9],
                values[10],
                values[11],
                values[12],
                values[13]);
    }

    private String[] read(byte[] plain) {
        try {
            return json.readValue(plain, String[].class);
        } catch (IOException e) {
            // Without the cause: its message shows what was read.
            throw new IllegalStateException("a sealed row holds no reader");
        }
    }

    private static String dialled(PhoneNumber number) {
        return number == null ? null : number.dialled();
    }
}
