package io.feishuhire.connector.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other end of a connection, on a bare socket of this machine. */
public final class Peer implements AutoCloseable {

    /** What it does with each connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Manners {
        void meet(Socket socket) throws IOException;
    }

    private final ServerSocket entrance;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private Peer(ServerSocket entrance) {
        this.entrance = entrance;
    }

    public static Peer with(Manners manners) throws IOException {
        var peer = new Peer(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        Thread.startVirtualThread(() -> peer.accept(manners));
        return peer;
    }

    /** Waits for the head of a request, and then says this, whatever the request was. */
    public static Peer saying(String answer) throws IOException {
        return hearing((head, socket) -> socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Waits for the head of a request, and then resets the connection. */
    public static Peer resetting() throws IOException {
        return hearing((head, socket) -> socket.setSoLinger(true, 0));
    }

    /** Waits for the head of a request, and then closes the connection. */
    public static Peer closing() throws IOException {
        return saying("");
    }

    /** Begins each connection with a TLS alert, as one does that knows no common version. */
    public static Peer alerting() throws IOException {
        return with(socket -> {
            socket.getOutputStream().write(new byte[] {0x15, 3, 3, 0, 2, 2, 40});
            var unused = socket.getInputStream().readAllBytes();
        });
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** The heads of the requests so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private interface Reaction {
        void to(String head, Socket socket) throws IOException;
    }

    private static Peer hearing(Reaction reaction) throws IOException {
        var peer = new Peer(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        Thread.startVirtualThread(() -> peer.accept(socket -> {
            var head = readHead(socket.getInputStream());
            peer.heads.add(head);
            reaction.to(head, socket);
        }));
        return peer;
    }

    private void accept(Manners manners) {
        try {
            while (true) {
                var socket = entrance.accept();
                Thread.startVirtualThread(() -> meet(socket, manners));
            }
        } catch (IOException closed) {
            // No more connections are expected.
        }
    }

    private static void meet(Socket socket, Manners manners) {
        try (socket) {
            manners.meet(socket);
        } catch (IOException hungUp) {
            // What the client makes of it is what the test looks at.
        }
    }

    private static String readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("No whole head");
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
