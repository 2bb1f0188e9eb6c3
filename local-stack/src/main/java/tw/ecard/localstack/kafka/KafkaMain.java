package tw.ecard.localstack.kafka;

import java.nio.file.Path;
import tw.ecard.localstack.process.ChildMain;

/** The broker as a process of its own: {@code KafkaMain <folder> <port>}. */
public final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        ChildMain.logQuietly();
        ChildMain.serve(KafkaBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
    }
}
