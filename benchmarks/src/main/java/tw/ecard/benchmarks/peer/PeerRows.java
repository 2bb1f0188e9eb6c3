package tw.ecard.benchmarks.peer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tw.ecard.benchmarks.people.SyntheticPeople;
import tw.ecard.registration.reader.BirthDate;
import tw.ecard.registration.reader.EmailAddress;
import tw.ecard.registration.reader.NationalId;
import tw.ecard.registration.reader.Parsed;
import tw.ecard.registration.reader.PersonName;
import tw.ecard.registration.reader.PhoneNumber;
import tw.ecard.registration.reader.PlainText;
import tw.ecard.registration.reader.PostalAddress;
import tw.ecard.registration.reader.Postcode;
import tw.ecard.registration.reader.ReaderCategory;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.reader.Sex;
import tw.ecard.registration.roster.ServiceCodec;
import tw.ecard.registration.vault.PersonHasher;
import tw.ecard.registration.vault.RowSeal;
import tw.ecard.registration.vault.ServiceCiphers;

/** Makes rows to store of rows of texts, by the rules of a roster; one object for one file. */
final class PeerRows {

    private final UUID roster;
    private final LocalDate today;
    private final RowSeal seal;
    private final PersonHasher hasher;
    private final ServiceCodec codec = new ServiceCodec();
    private final Map<String, Integer> firstRows = new HashMap<>();
    private int ordinal;

    PeerRows(UUID roster, LocalDate today, String key) {
        this.roster = roster;
        this.today = today;
        this.seal = ServiceCiphers.rowSeal(key);
        this.hasher = ServiceCiphers.personHasher(key);
    }

    /** Refuses a table that is not the template's. */
    void header(List<String> headers) {
        if (!headers.equals(SyntheticPeople.headers())) {
            throw new IllegalStateException("not the template: " + headers);
        }
    }

    PeerRow row(int number, List<String> cells) {
        ReaderRow reader = check(number, cells);
        return new PeerRow(
                hasher.hash(reader.nationalId().value()).toUuid(),
                number,
                ++ordinal,
                seal.seal(roster, number, codec.encode(reader)));
    }

    private ReaderRow check(int number, List<String> cells) {
        PersonName name = required(number, PersonName.parse(required(number, text(cells, 0))));
        NationalId id = required(number, NationalId.parse(required(number, text(cells, 1))));
        BirthDate birth = required(number, BirthDate.parse(required(number, text(cells, 2)), today));
        ReaderCategory category = required(number, ReaderCategory.parse(required(number, text(cells, 4))));
        String sex = text(cells, 3);
        String phone = text(cells, 7);
        String mobile = text(cells, 8);
        String email = text(cells, 9);
        String postcode = text(cells, 10);
        String address = text(cells, 11);
        ReaderRow reader = new ReaderRow(
                number,
                name,
                id,
                birth,
                sex == null ? null : required(number, Sex.parse(sex)),
                category,
                text(cells, 5),
                text(cells, 6),
                phone == null ? null : required(number, PhoneNumber.parse(phone)),
                mobile == null ? null : required(number, PhoneNumber.parseMobile(mobile)),
                email == null ? null : required(number, EmailAddress.parse(email)),
                postcode == null ? null : required(number, Postcode.parse(postcode)),
                address == null ? null : PostalAddress.of(address),
                text(cells, 12));
        if (firstRows.putIfAbsent(id.value(), number) != null
                || reader.sex() != null && reader.sex() != id.sex()
                || !birth.isPlausibleFor(category, today)) {
            throw wrong(number);
        }
        return reader;
    }

    private static String text(List<String> cells, int column) {
        String text = column < cells.size() ? PlainText.trimmed(cells.get(column)) : "";
        return text.isEmpty() ? null : text;
    }

    private static String required(int number, String text) {
        if (text == null) {
            throw wrong(number);
        }
        return text;
    }

    private static <T> T required(int number, Parsed<T> parsed) {
        if (parsed.flaw() != null) {
            throw wrong(number);
        }
        return parsed.value();
    }

    /** No peer lists errors: the rosters it is given have none. */
    private static IllegalStateException wrong(int number) {
        return new IllegalStateException("row " + number + " is wrong");
    }
}
