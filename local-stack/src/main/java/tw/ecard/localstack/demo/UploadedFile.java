package tw.ecard.localstack.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A file to upload: the one part {@code file} of a multipart body. */
record UploadedFile(String name, String mediaType, byte[] content) {

    static final String BOUNDARY = "ecard-demo-boundary-7Yx2";

    static UploadedFile xlsx(byte[] content) {
        return new UploadedFile(
                "readers.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content);
    }

    static UploadedFile ods(byte[] content) {
        return new UploadedFile("readers.ods", "application/vnd.oasis.opendocument.spreadsheet", content);
    }

    static UploadedFile pdf(String label) {
        return new UploadedFile(label + ".pdf", "application/pdf", ScannedPaper.pdf(label));
    }

    byte[] multipart() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
