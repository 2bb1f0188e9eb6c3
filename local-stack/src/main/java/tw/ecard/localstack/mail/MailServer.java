package tw.ecard.localstack.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Duration;
import tw.ecard.localstack.process.Ports;

/**
 * An SMTP server in this JVM that takes mail for anybody from anybody and writes each as {@code 00001.eml},
 * {@code 00002.eml}… before it acknowledges it.
 */
public final class MailServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(1);

    private final GreenMail server;
    private final MailFolder folder;
    private final int port;

    private MailServer(GreenMail server, MailFolder folder, int port) {
        this.server = server;
        this.folder = folder;
        this.port = port;
    }

    public static MailServer start(Path directory, int port) {
        MailFolder folder = MailFolder.in(directory);
        ServerSetup setup = new ServerSetup(port, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START.toMillis());
        GreenMail server = new GreenMail(setup)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.getUserManager()
                .setMessageDeliveryHandler((message, recipient) -> new FolderUser(
                        recipient.getEmail(), server.getManagers().getImapHostManager(), folder));
        server.start();
        return new MailServer(server, folder, port);
    }

    public int port() {
        return port;
    }

    public MailFolder folder() {
        return folder;
    }

    @Override
    public void close() {
        server.stop();
    }
}
