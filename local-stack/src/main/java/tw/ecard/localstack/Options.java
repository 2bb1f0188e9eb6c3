package tw.ecard.localstack;

import java.util.List;
import tw.ecard.localstack.process.StartFailed;

/** What {@code ./start} was asked for. */
record Options(boolean withServices, boolean demo) {

    static Options parse(String... arguments) {
        return switch (String.join(" ", List.of(arguments))) {
            case "" -> new Options(true, false);
            case "--infrastructure" -> new Options(false, false);
            case "--demo" -> new Options(true, true);
            default -> throw new StartFailed("Unknown: " + String.join(" ", arguments) + ". See ./start --help.");
        };
    }

    /** The demo's own story would drown in them; they are in the files. */
    boolean showLogs() {
        return !demo;
    }
}
