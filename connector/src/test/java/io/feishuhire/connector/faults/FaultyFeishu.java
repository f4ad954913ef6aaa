package io.feishuhire.connector.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A server on a bare socket: it does whatever a {@link Script} says, and counts the requests that arrive whole. */
public final class FaultyFeishu implements AutoCloseable {

    /** What happens to one request; afterwards the connection is closed, unless it answers "go on". */
    @FunctionalInterface
    interface Answer {
        /** Returns whether the connection may carry another request. */
        boolean give(Exchange exchange) throws IOException, InterruptedException;
    }

    /** One request that waits for its answer. */
    record Exchange(Socket socket, OutputStream out, CountDownLatch closed) {
        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Until the client, or the test, has had enough. */
        void waitForTheEnd() throws InterruptedException {
            closed.await();
        }

        /** RST instead of FIN. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final Script script;
    private final ServerSocket entrance;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();

    private FaultyFeishu(Script script) throws IOException {
        this.script = script;
        this.entrance =
                new ServerSocket(0, script.where() == Script.Where.DEAF ? 1 : 0, InetAddress.getLoopbackAddress());
    }

    /** Starts a server that has this fault. */
    public static FaultyFeishu with(Fault fault) {
        return with(fault.script());
    }

    static FaultyFeishu with(Script script) {
        try {
            var server = new FaultyFeishu(script);
            if (script.where() == Script.Where.DEAF) {
                server.fillTheQueue();
            } else {
                Thread.startVirtualThread(server::accept);
            }
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Where a client is to call. */
    public String baseUrl() {
        return script.where().url(entrance.getLocalPort());
    }

    long tokenRequests() {
        return requests.stream().filter(FaultyFeishu::isForToken).count();
    }

    /** The request lines of the calls after the token, whatever they were. */
    List<String> calls() {
        return requests.stream().filter(line -> !isForToken(line)).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        try (entrance) {
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException stopped) {
            throw new UncheckedIOException(stopped);
        }
    }

    /** On Linux a server whose queue is full lets a new connection wait. */
    private void fillTheQueue() throws IOException {
        for (var i = 0; i < 4; i++) {
            var waiting = java.nio.channels.SocketChannel.open();
            waiting.configureBlocking(false);
            waiting.connect(entrance.getLocalSocketAddress());
            connections.add(waiting.socket());
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = entrance.accept();
                connections.add(socket);
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (IOException stopped) {
            closed.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var exchange = new Exchange(socket, socket.getOutputStream(), closed);
            if (!script.connection().give(exchange)) {
                return;
            }
            var in = new BufferedInputStream(socket.getInputStream());
            for (var line = readRequest(in); line != null; line = readRequest(in)) {
                requests.add(line);
                if (!answer(line).give(exchange)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException hungUp) {
            requests.removeIf(String::isEmpty);
        }
    }

    private Answer answer(String line) {
        return isForToken(line) ? script.onToken((int) tokenRequests()) : script.onCall(calls().size());
    }

    private static boolean isForToken(String line) {
        return line.equals("POST /open-apis/auth/v3/tenant_access_token/internal HTTP/1.1");
    }

    /** The request line, when head and body have arrived; null at the end of the connection. */
    private static String readRequest(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        var length = head.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        if (in.readNBytes(length).length < length) {
            return null;
        }
        return head.substring(0, head.indexOf("\r\n"));
    }
}
