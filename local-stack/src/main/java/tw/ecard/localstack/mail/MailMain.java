package tw.ecard.localstack.mail;

import java.nio.file.Path;
import tw.ecard.localstack.process.ChildMain;

/** The mail server as a process of its own: {@code MailMain <folder> <port>}. */
public final class MailMain {

    private MailMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        ChildMain.logQuietly();
        ChildMain.serve(MailServer.start(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
    }
}
