package tw.ecard.registration.roster.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tw.ecard.registration.eligibility.Eligibility;
import tw.ecard.registration.eligibility.Ineligibility;
import tw.ecard.registration.reader.BirthDate;
import tw.ecard.registration.reader.EmailAddress;
import tw.ecard.registration.reader.FirstRows;
import tw.ecard.registration.reader.Flaw;
import tw.ecard.registration.reader.Masking;
import tw.ecard.registration.reader.NationalId;
import tw.ecard.registration.reader.Parsed;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.reader.PersonName;
import tw.ecard.registration.reader.PhoneNumber;
import tw.ecard.registration.reader.PlainText;
import tw.ecard.registration.reader.PostalAddress;
import tw.ecard.registration.reader.Postcode;
import tw.ecard.registration.reader.ReaderCategory;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.reader.Sex;
import tw.ecard.registration.roster.template.HeaderRow;
import tw.ecard.registration.roster.template.RosterDefinition;
import tw.ecard.registration.roster.template.RosterField;
import tw.ecard.registration.spreadsheet.Cell;
import tw.ecard.registration.spreadsheet.Row;

/** The rules for one row, kept with what is known of the rows before it. One object checks all rows of a file. */
final class RowCheck {

    private static final RosterField[] FIELDS = RosterField.values();
    private static final int ABSENT = -1;

    private final LocalDate today;
    private final Eligibility eligibility;
    private final int maxCellCharacters;
    private final String exampleName;
    private final int[] columns = new int[FIELDS.length];
    private final String[] headers = new String[FIELDS.length];
    private final boolean[] required = new boolean[FIELDS.length];
    private final FirstRows firstRows = new FirstRows();
    private final Function<String, Parsed<BirthDate>> readBirthDate;

    private Row row;
    private List<RowError> findings;
    private int errors;

    RowCheck(RosterDefinition definition, HeaderRow header, LocalDate today, int maxCellCharacters) {
        this.today = today;
        this.eligibility = Eligibility.on(today);
        this.maxCellCharacters = maxCellCharacters;
        this.exampleName = PlainText.compact(definition.exampleName());
        this.readBirthDate = text -> BirthDate.parse(text, today);
        Arrays.fill(columns, ABSENT);
        for (Map.Entry<RosterField, Integer> entry : header.columns().entrySet()) {
            columns[entry.getKey().ordinal()] = entry.getValue();
        }
        definition.columns().forEach(column -> {
            headers[column.field().ordinal()] = column.header();
            required[column.field().ordinal()] = column.required();
        });
    }

    /** Whether nothing stands in any column of a roster, as in rows that only carry a serial number or a border. */
    boolean isEmpty(Row candidate) {
        for (RosterField field : FIELDS) {
            int column = columns[field.ordinal()];
            boolean counts = column != ABSENT && field != RosterField.ERROR_NOTE;
            if (counts && !PlainText.trimmed(candidate.cell(column).text()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The person in the row, or null where there is an error; {@link #findings} holds what was found either way. */
    ReaderRow check(Row candidate) {
        row = candidate;
        findings = null;
        errors = 0;
        if (isExample()) {
            return refuseExample();
        }
        PersonName name = read(RosterField.NAME, PersonName::parse);
        NationalId nationalId = read(RosterField.NATIONAL_ID, NationalId::parse);
        BirthDate birthDate = birthDate();
        Sex sex = read(RosterField.SEX, Sex::parse);
        ReaderCategory category = read(RosterField.CATEGORY, ReaderCategory::parse);
        String unit = freeText(RosterField.UNIT);
        String studentNumber = freeText(RosterField.STUDENT_NUMBER);
        PhoneNumber phone = read(RosterField.PHONE, PhoneNumber::parse);
        PhoneNumber mobile = read(RosterField.MOBILE, PhoneNumber::parseMobile);
        EmailAddress email = read(RosterField.EMAIL, EmailAddress::parse);
        Postcode postcode = read(RosterField.POSTCODE, Postcode::parse);
        String address = freeText(RosterField.ADDRESS);
        String remarks = freeText(RosterField.REMARKS);
        checkDuplicate(nationalId);
        checkSex(nationalId, sex);
        checkAge(birthDate, category);
        if (errors > 0) {
            return null;
        }
        return new ReaderRow(
                row.number(),
                name,
                nationalId,
                birthDate,
                sex,
                category,
                unit,
                studentNumber,
                phone,
                mobile,
                email,
                postcode,
                address == null ? null : PostalAddress.of(address),
                remarks);
    }

    /** Everybody with a valid national ID; the last thing to ask for. */
    PeopleInRows people() {
        return firstRows.people();
    }

    List<RowError> findings() {
        return findings == null ? List.of() : findings;
    }

    int errors() {
        return errors;
    }

    private boolean isExample() {
        Cell name = cell(RosterField.NAME);
        return name.kind() == Cell.Kind.TEXT && PlainText.compact(name.text()).equals(exampleName);
    }

    private ReaderRow refuseExample() {
        note(RosterField.NAME, RowErrorCode.EXAMPLE_ROW, cell(RosterField.NAME).text());
        return null;
    }

    private Cell cell(RosterField field) {
        int column = columns[field.ordinal()];
        return column == ABSENT ? Cell.BLANK : row.cell(column);
    }

    private <T> T read(RosterField field, Function<String, Parsed<T>> reading) {
        String text = text(field);
        return text == null ? null : take(field, text, reading.apply(text));
    }

    private BirthDate birthDate() {
        Cell cell = cell(RosterField.BIRTH_DATE);
        if (cell.kind() != Cell.Kind.DATE) {
            return read(RosterField.BIRTH_DATE, readBirthDate);
        }
        return read(RosterField.BIRTH_DATE, text -> BirthDate.of(cell.date(), today));
    }

    private <T> T take(RosterField field, String text, Parsed<T> parsed) {
        Flaw flaw = parsed.flaw();
        if (flaw != null && isForeign(flaw) && !eligibility.refuses(Ineligibility.of(flaw))) {
            note(field, RowErrorCode.NATIONAL_ID_FORMAT, text);
        } else if (flaw == Flaw.RESIDENCE_PERMIT_SERIAL) {
            note(field, RowErrorCode.NOT_ROC_NATIONAL, text, flaw.name());
        } else if (flaw == Flaw.VALUE_NORMALISED || flaw == Flaw.LEADING_ZERO_RESTORED) {
            note(field, RowErrorCode.of(flaw), text, became(parsed.value()));
        } else if (flaw != null) {
            note(field, RowErrorCode.of(flaw), text);
        } else if (hidesCharacters(field, text)) {
            note(field, RowErrorCode.VALUE_NORMALISED, text, became(parsed.value()));
        }
        return parsed.value();
    }

    /** Cleaning gives the same object back where there was nothing to clean, which is nearly always. */
    private boolean hidesCharacters(RosterField field, String text) {
        String raw = cell(field).text();
        return raw != text && PlainText.hidesCharacters(raw);
    }

    /** A number of somebody else than a national: where no policy refuses them, it still is no national ID. */
    private static boolean isForeign(Flaw flaw) {
        Ineligibility reason = Ineligibility.of(flaw);
        return reason == Ineligibility.NOT_ROC_NATIONAL || reason == Ineligibility.NEEDS_MANUAL_REVIEW;
    }

    private static String became(Object value) {
        return value instanceof BirthDate date ? date.masked() : value.toString();
    }

    private String freeText(RosterField field) {
        String text = text(field);
        if (text != null && hidesCharacters(field, text)) {
            note(field, RowErrorCode.VALUE_NORMALISED, text, Masking.value(text));
        }
        return text;
    }

    /** The text in a field, trimmed; null where there is none that can be used, which is noted where it matters. */
    private String text(RosterField field) {
        Cell cell = cell(field);
        if (cell.cut()) {
            note(field, RowErrorCode.CELL_TOO_LONG, null, Integer.toString(maxCellCharacters));
            return null;
        }
        boolean failed = cell.kind() == Cell.Kind.ERROR;
        if (cell.formula() || failed) {
            note(field, RowErrorCode.FORMULA_VALUE, cell.text());
        }
        String text = failed ? "" : PlainText.trimmed(cell.text());
        if (!text.isEmpty()) {
            return text;
        }
        if (required[field.ordinal()]) {
            note(field, RowErrorCode.REQUIRED, null);
        }
        return null;
    }

    private void checkDuplicate(NationalId id) {
        int first = id == null ? 0 : firstRows.note(id, row.number());
        if (first > 0) {
            note(RosterField.NATIONAL_ID, RowErrorCode.DUPLICATE_IN_FILE, id.value(), Integer.toString(first));
        }
    }

    private void checkSex(NationalId id, Sex sex) {
        if (id != null && sex != null && id.sex() != sex) {
            note(
                    RosterField.SEX,
                    RowErrorCode.SEX_MISMATCH,
                    cell(RosterField.SEX).text());
        }
    }

    private void checkAge(BirthDate birthDate, ReaderCategory category) {
        if (birthDate != null && category != null && !birthDate.isPlausibleFor(category, today)) {
            note(
                    RosterField.BIRTH_DATE,
                    RowErrorCode.AGE_IMPLAUSIBLE,
                    cell(RosterField.BIRTH_DATE).text());
        }
    }

    private void note(RosterField field, RowErrorCode code, String value, String... parameters) {
        if (findings == null) {
            findings = new ArrayList<>(4);
        }
        if (code.severity() == Severity.ERROR) {
            errors++;
        }
        String shown = value == null ? null : masked(field, value);
        findings.add(new RowError(row.number(), headers[field.ordinal()], code, List.of(parameters), shown));
    }

    private static String masked(RosterField field, String value) {
        return switch (field) {
            case NAME -> Masking.name(value);
            case SEX, CATEGORY -> Masking.word(value);
            default -> Masking.value(value);
        };
    }
}
