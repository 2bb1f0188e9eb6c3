package tw.ecard.queue.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;
import org.jboss.logging.Logger;

/**
 * The connections that are made to hand over one mail. When the time is up they are closed, whatever the mail server is
 * at: nothing more is sent by a try that was given up. What the server has by then it may deliver.
 */
final class OneTry extends SocketFactory {

    private static final Logger LOG = Logger.getLogger(OneTry.class);

    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** From any thread. */
    void end() {
        over = true;
        connections.forEach(OneTry::close);
    }

    boolean isOver() {
        return over;
    }

    @Override
    public Socket createSocket() {
        Socket connection = new Socket();
        connections.add(connection);
        if (over) {
            close(connection);
        }
        return connection;
    }

    private static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("a connection to the mail server could not be closed", e);
        }
    }

    // The mail client makes a socket and connects it, and nothing else.

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
