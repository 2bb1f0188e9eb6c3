package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.reader.BirthDate;
import tw.ecard.registration.reader.EmailAddress;
import tw.ecard.registration.reader.NationalId;
import tw.ecard.registration.reader.PersonName;
import tw.ecard.registration.reader.PhoneNumber;
import tw.ecard.registration.reader.PostalAddress;
import tw.ecard.registration.reader.Postcode;
import tw.ecard.registration.reader.ReaderCategory;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.reader.Sex;

class ReaderCodecTest {

    private final ReaderCodec codec = new ReaderCodec();

    @Test
    void a_reader_comes_back_with_everything_that_the_roster_said() {
        ReaderRow reader = new ReaderRow(
                17,
                new PersonName("王𠮷明"),
                new NationalId("A123456789"),
                new BirthDate(LocalDate.of(2006, 1, 1)),
                Sex.MALE,
                ReaderCategory.STUDENT,
                "普一忠",
                "1150001",
                new PhoneNumber("0422625100", "12"),
                new PhoneNumber("0912345678", null),
                new EmailAddress("reader@example.edu.tw"),
                new Postcode("402"),
                new PostalAddress("臺中市南區五權南路100號"),
                "轉學生");

        HeldReader held = codec.decode(17, 5, codec.encode(reader));

        assertThat(held)
                .isEqualTo(new HeldReader(
                        17,
                        5,
                        "王𠮷明",
                        "A123456789",
                        LocalDate.of(2006, 1, 1),
                        Sex.MALE,
                        ReaderCategory.STUDENT,
                        "普一忠",
                        "1150001",
                        reader.phone().dialled(),
                        "0912345678",
                        "reader@example.edu.tw",
                        "402",
                        "臺中市南區五權南路100號",
                        "轉學生"));
        assertThat(held.toString()).doesNotContain("王", "A123456789");
    }

    @Test
    void what_a_roster_leaves_out_stays_out() {
        ReaderRow reader = new ReaderRow(
                2,
                new PersonName("Lisa"),
                new NationalId("A123456789"),
                new BirthDate(LocalDate.of(2006, 1, 1)),
                null,
                ReaderCategory.STAFF,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        HeldReader held = codec.decode(2, 1, codec.encode(reader));

        assertThat(held.sex()).isNull();
        assertThat(held.phone()).isNull();
        assertThat(held.remarks()).isNull();
    }

    @Test
    void a_row_of_a_later_version_is_not_guessed_at_and_not_shown() {
        byte[] later = "[\"2\",\"A123456789\"]".getBytes(StandardCharsets.UTF_8);
        byte[] broken = "[\"1\",A123456789".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> codec.decode(2, 1, later)).hasMessageContaining("later version");
        assertThatThrownBy(() -> codec.decode(2, 1, broken)).hasMessageNotContaining("A123456789");
    }
}
