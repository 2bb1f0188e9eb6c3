package tw.ecard.localstack.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as a test tells it to. Says that it can take several commands at once, as real ones do. */
public final class ScriptedMailServer implements AutoCloseable {

    /** The answer to a new connection. */
    public static final String GREETING = "GREETING";
    /** The answer to the end of a mail. */
    public static final String END = ".";
    /** No answer; a connection that was not greeted is as soon as the server greets again. */
    public static final String SILENCE = "";

    private static final Map<String, String> AS_USUAL = Map.of(
            GREETING,
            "220 scripted",
            "EHLO",
            "250-scripted\r\n250 PIPELINING",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            END,
            "250 taken",
            "RSET",
            "250 ok",
            "QUIT",
            "221 bye");

    private final ServerSocket listening;
    private final Thread accepting;
    private final Map<String, String> replies = new ConcurrentHashMap<>(AS_USUAL);
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private volatile Duration pause = Duration.ZERO;
    private volatile boolean takingInSilence;

    public ScriptedMailServer(int port) {
        try {
            listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = start("scripted-mail-server", this::accept);
    }

    /** From now on. */
    public synchronized ScriptedMailServer answers(String command, String reply) {
        replies.put(command, reply);
        notifyAll();
        return this;
    }

    /** From now on it takes so long for each answer. */
    public ScriptedMailServer answersAfter(Duration time) {
        pause = time;
        return this;
    }

    /** From now on it takes mails and does not say so, as when the connection breaks before its answer arrives. */
    public ScriptedMailServer takesInSilence() {
        takingInSilence = true;
        return this;
    }

    public synchronized ScriptedMailServer answersAsUsual() {
        takingInSilence = false;
        replies.putAll(AS_USUAL);
        notifyAll();
        return this;
    }

    /** Whom it was asked to take mails for, as the client wrote them. */
    public List<String> recipients() {
        return recipients;
    }

    /** The mails that it took, with their headers. */
    public List<String> taken() {
        return taken;
    }

    @Override
    public void close() {
        try {
            listening.close();
            // Only then is the port free for the next server.
            accepting.join();
            for (Socket connection : connections) {
                connection.close();
            }
            // Whoever still waits to greet finds its connection closed.
            answersAsUsual();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                connections.add(connection);
                start("scripted-mail-connection", () -> serve(connection));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8)) {
            awaitGreeting();
            say(out, GREETING);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split(" ", 2)[0];
                if (command.equals("RCPT")) {
                    recipients.add(line.substring(line.indexOf(':') + 1));
                }
                say(out, command);
                if (command.equals("DATA") && replies.get("DATA").startsWith("354")) {
                    takeMail(in, out);
                }
            }
        } catch (IOException e) {
            // The client, or the test, ended the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.remove(connection);
    }

    private synchronized void awaitGreeting() throws InterruptedException {
        while (replies.get(GREETING).isEmpty()) {
            wait();
        }
    }

    private void takeMail(BufferedReader in, Writer out) throws IOException, InterruptedException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        if (replies.get(END).startsWith("250")) {
            taken.add(mail.toString());
        }
        if (!takingInSilence) {
            say(out, END);
        }
    }

    private void say(Writer out, String command) throws IOException, InterruptedException {
        Thread.sleep(pause.toMillis());
        String reply = replies.getOrDefault(command, "500 unknown");
        if (!reply.isEmpty()) {
            out.write(reply + "\r\n");
            out.flush();
        }
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
