package tw.ecard.localstack;

import java.io.PrintStream;

/** What the person in front of the terminal sees; lines of different threads never mix. */
public final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    public void line(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }

    public void line() {
        line("");
    }
}
