package tw.ecard.systemtests.actor;

import java.util.Base64;
import tw.ecard.localstack.demo.ScannedPaper;

/** The papers of an application, as small files of their formats. */
public enum Paper {
    APPLICATION_FORM("application-form", "申請單.pdf", ScannedPaper.pdf("form")),
    /** One transparent pixel. */
    CONSENT_DECLARATION(
            "consent-declaration",
            "聲明書.png",
            Base64.getDecoder()
                    .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5E"
                            + "rkJggg=="));

    private final String kind;
    private final String fileName;
    private final byte[] content;

    Paper(String kind, String fileName, byte[] content) {
        this.kind = kind;
        this.fileName = fileName;
        this.content = content;
    }

    public String kind() {
        return kind;
    }

    public String fileName() {
        return fileName;
    }

    public byte[] content() {
        return content.clone();
    }
}
