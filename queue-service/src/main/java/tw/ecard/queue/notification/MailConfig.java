package tw.ecard.queue.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How mails are sent, and what they say of the library. */
@ConfigMapping(prefix = "ecard.mail")
interface MailConfig {

    /** Whether this replica sends mails at all. */
    @WithDefault("true")
    boolean enabled();

    /** How often to look for mails that no commit of this replica announced. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How long a worker has for one mail; after that another takes it up. */
    @WithDefault("2m")
    Duration lease();

    /** Pause while the application has not reached the state that the mail speaks of. */
    @WithDefault("3s")
    Duration waitForState();

    /** Pause after the first failure; it doubles with each, and up to half of it is left out by chance. */
    @WithDefault("5s")
    Duration firstRetry();

    /** Longest pause between two tries of a mail that the mail server puts off. */
    @WithDefault("1h")
    Duration longestRetry();

    /** Longest pause between two tries while mail server or registration-service is away; all mails follow the first. */
    @WithDefault("30s")
    Duration longestProbePause();

    /** A mail that could not be sent for so long is given up. */
    @WithDefault("3d")
    Duration giveUpAfter();

    /** What stands after the @ in Message-IDs. */
    @WithDefault("ecard.invalid")
    String messageIdDomain();

    /** Who signs. */
    @WithDefault("國立公共資訊圖書館")
    String libraryName();

    /** Whom to ask, a line of text with phone or address; without it mails name the library's staff. */
    Optional<String> enquiries();

    /** Where institutions reach registration-service: mails say where an application is. */
    @WithDefault("${ecard.desk.registration-url}")
    URI registrationUrl();

    /** What each applicant has to know about the card (the letter, row 7), one step a line. */
    @WithDefault("""
            持數位借閱證卡號，至本館網站「數位借閱證專區」以身分證字號與出生日期驗證身分，並自行設定密碼。
            以卡號與密碼登入，即可使用本館全部數位資源，毋須領取實體卡。
            數位借閱證限本人使用，請勿轉借或告知他人密碼。
            資料有異動時，請於本館網站更正，或告知本館辦理。""")
    String cardInstructions();

    Server server();

    /** The mail server that takes the mails. */
    interface Server {

        /** Its name or address. */
        @WithDefault("localhost")
        String host();

        /** Its port: usually 25 or 587, and 465 for {@code TLS}. */
        @WithDefault("2525")
        int port();

        /** Who sends, an address with or without a name. */
        @WithDefault("ecard@library.invalid")
        String from();

        /** How we log in; without it we do not. */
        Optional<String> username();

        /** See there. */
        Optional<String> password();

        /** {@code NONE}, {@code STARTTLS_WHEN_OFFERED}, {@code STARTTLS} or {@code TLS} from the first byte. */
        @WithDefault("STARTTLS_WHEN_OFFERED")
        Encryption encryption();

        /** How long one try may take; with the calls before it, well below {@code ecard.mail.lease}. */
        @WithDefault("1m")
        Duration timeout();
    }

    /** Whether somebody between can read the mails. A certificate that is not trusted, or another host's, is no server. */
    enum Encryption {
        NONE,
        STARTTLS_WHEN_OFFERED,
        STARTTLS,
        TLS
    }
}
