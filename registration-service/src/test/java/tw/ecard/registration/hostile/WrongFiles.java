package tw.ecard.registration.hostile;

import static tw.ecard.registration.hostile.End.refused;
import static tw.ecard.registration.hostile.RosterParts.MARKER;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tw.ecard.registration.hostile.HostileFile.Content;
import tw.ecard.registration.roster.check.RosterProblem.Code;
import tw.ecard.registration.spreadsheet.XlsFiles;

/** What is no spreadsheet, whatever it is called. */
final class WrongFiles {

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        WrongFiles wrong = new WrongFiles();
        wrong.add("nothing", new byte[0]);
        wrong.add("one byte", new byte[] {'P'});
        wrong.add("zeros", new byte[100_000]);
        byte[] noise = new byte[100_000];
        new Random(3).nextBytes(noise);
        wrong.add("noise", noise);
        wrong.start("a PDF", 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0x0A);
        wrong.start("a PNG", 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);
        wrong.start("a JPEG", 0xFF, 0xD8, 0xFF, 0xE0);
        wrong.start("a program", 0x4D, 0x5A, 0x90, 0x00);
        wrong.start("an ELF program", 0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00);
        wrong.start("a gzip", 0x1F, 0x8B, 0x08, 0x00);
        wrong.start("a 7z", 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C);
        wrong.start("a RAR", 0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00);
        wrong.text("HTML saved as xls", "<html><table><tr><td>姓名</td><td>" + MARKER + ",x</td></tr></table></html>");
        wrong.text(
                "XML of Excel 2003",
                "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>,</Workbook>");
        wrong.text("JSON", "{\"姓名\": \"" + MARKER + "\", \"b\": [1, 2]}");
        wrong.text("RTF", "{\\rtf1\\ansi " + MARKER + ", b}");
        wrong.compound("a compound file of nothing", "Something", Code.NOT_A_SPREADSHEET);
        wrong.compound("a document of Word 97", "WordDocument", Code.NOT_A_SPREADSHEET);
        wrong.compound("a workbook with a password", "EncryptedPackage", Code.ENCRYPTED);
        return wrong.files;
    }

    private void add(String name, byte[] file) {
        files.add(new HostileFile("wrong: " + name, Content.of(file), refused(Code.NOT_A_SPREADSHEET)));
    }

    private void text(String name, String text) {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void start(String name, int... magic) {
        byte[] file = new byte[2_000];
        new Random(magic[0]).nextBytes(file);
        for (int i = 0; i < magic.length; i++) {
            file[i] = (byte) magic[i];
        }
        add(name, file);
    }

    private void compound(String name, String stream, Code code) {
        byte[] file = XlsFiles.compound(stream, MARKER.getBytes(StandardCharsets.UTF_8));
        files.add(new HostileFile("wrong: " + name, Content.of(file), refused(code)));
    }
}
