package io.feishuhire.connector.feishu.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.SocketFactory;

/**
 * The first step of a tunnel through a proxy that wants a password.
 *
 * <p>{@link java.net.http.HttpClient} drops a password that is meant for a tunnel, unless the system property
 * {@code jdk.http.auth.tunneling.disabledSchemes} says otherwise, for the whole JVM and all its libraries. So such a
 * tunnel begins at this relay on the loopback interface, which adds the password to the {@code CONNECT} request and
 * from then on passes bytes on as they are. TLS begins and ends in the HTTP client: the relay sees nothing of what is
 * said. It serves only those who know its key.
 */
final class ProxyRelay {

    /** Carries {@link #key()}; the HTTP client sends headers of such a name to the proxy only. */
    static final String KEY_HEADER = "Proxy-Relay-Key";

    /** Tells our own client what keeps the relay from the proxy. */
    static final String TROUBLE_HEADER = "Proxy-Relay-Trouble";

    private static final int MAX_HEAD_BYTES = 8 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ServerSocket serverSocket;
    private final SocketFactory sockets;
    private final InetSocketAddress proxy;
    private final String authorization;
    private final Function<IOException, String> nameOfTrouble;
    private final String key = UUID.randomUUID().toString();

    private ProxyRelay(
            ServerSocket serverSocket,
            SocketFactory sockets,
            InetSocketAddress proxy,
            String authorization,
            Function<IOException, String> nameOfTrouble) {
        this.serverSocket = serverSocket;
        this.sockets = sockets;
        this.proxy = proxy;
        this.authorization = authorization;
        this.nameOfTrouble = nameOfTrouble;
    }

    /**
     * Opens a relay for the life of the process.
     *
     * @param authorization the value of {@code Proxy-Authorization}
     * @param nameOfTrouble gives a name to an exception, for {@link #TROUBLE_HEADER}
     * @throws IOException when there is no free port
     */
    static ProxyRelay start(InetSocketAddress proxy, String authorization, Function<IOException, String> nameOfTrouble)
            throws IOException {
        var serverSocket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        return start(serverSocket, SocketFactory.getDefault(), proxy, authorization, nameOfTrouble);
    }

    static ProxyRelay start(
            ServerSocket serverSocket,
            SocketFactory sockets,
            InetSocketAddress proxy,
            String authorization,
            Function<IOException, String> nameOfTrouble) {
        var relay = new ProxyRelay(serverSocket, sockets, proxy, authorization, nameOfTrouble);
        Thread.ofVirtual().name("feishu-hire-proxy-relay").start(relay::accept);
        return relay;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(serverSocket.getInetAddress(), serverSocket.getLocalPort());
    }

    String key() {
        return key;
    }

    private void accept() {
        while (!serverSocket.isClosed()) {
            try {
                var client = serverSocket.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException thisOneOnly) {
                // The client sees its connection fail. A machine without free sockets is given time to get some.
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** What comes in small pieces goes out at once: left to itself, TCP would hold a piece back for 40 ms. */
    private void serve(Socket client) {
        try (client;
                var tunnel = sockets.createSocket()) {
            client.setTcpNoDelay(true);
            tunnel.setTcpNoDelay(true);
            client.setSoTimeout((int) TIMEOUT.toMillis());
            var head = withPassword(readHead(client.getInputStream()));
            if (head.isEmpty()) {
                return;
            }
            client.setSoTimeout(0);
            if (reachesProxy(tunnel, client)) {
                tunnel.getOutputStream().write(head.get().getBytes(StandardCharsets.ISO_8859_1));
                Thread.startVirtualThread(() -> pass(client, tunnel));
                pass(tunnel, client);
            }
        } catch (IOException broken) {
            // Closing both ends tells the client all there is to tell.
        }
    }

    /** Of the answers to a CONNECT the HTTP client shows only those with status 407 as they are. */
    private boolean reachesProxy(Socket tunnel, Socket client) throws IOException {
        try {
            tunnel.connect(new InetSocketAddress(proxy.getHostString(), proxy.getPort()), (int) TIMEOUT.toMillis());
            return true;
        } catch (IOException noProxy) {
            var answer = "HTTP/1.1 407 No Proxy\r\n" + TROUBLE_HEADER + ": " + nameOfTrouble.apply(noProxy)
                    + "\r\nContent-Length: 0\r\n\r\n";
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            return false;
        }
    }

    /** The head without the key and with the password; empty for those who do not know the key. */
    private Optional<String> withPassword(String head) {
        var known = head.lines()
                .anyMatch(line -> MessageDigest.isEqual(
                        line.getBytes(StandardCharsets.ISO_8859_1),
                        (KEY_HEADER + ": " + key).getBytes(StandardCharsets.ISO_8859_1)));
        if (!known || !head.startsWith("CONNECT ")) {
            return Optional.empty();
        }
        return Optional.of(head.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith(KEY_HEADER))
                .collect(Collectors.joining("\r\n", "", "\r\nProxy-Authorization: " + authorization + "\r\n\r\n")));
    }

    private static String readHead(InputStream in) throws IOException {
        var head = new StringBuilder(256);
        while (head.length() < MAX_HEAD_BYTES && head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            var next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Either side may end a tunnel at any time, and both ends are closed then.
        }
    }
}
