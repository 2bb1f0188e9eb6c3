package tw.ecard.localstack.demo;

import java.nio.charset.StandardCharsets;

/** A page as it comes from a scanner, but blank: the demo has no paper with a seal on it. */
public final class ScannedPaper {

    private ScannedPaper() {}

    /** @param label told apart by it: ASCII, written on the page */
    public static byte[] pdf(String label) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        String text = "BT /F1 18 Tf 72 720 Td (" + label + ") Tj ET";
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append(table).append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n");
        return pdf.append(start).append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
