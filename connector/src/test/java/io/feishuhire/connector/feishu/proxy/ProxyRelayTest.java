package io.feishuhire.connector.feishu.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.testing.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

class ProxyRelayTest {

    /** A pause of 40 ms for each piece is what Nagle's algorithm costs beside an acknowledgement that is delayed. */
    @Test
    void bothSidesSendSmallPiecesAtOnce() throws IOException {
        var sockets = new CopyOnWriteArrayList<Socket>();
        var delays = new CopyOnWriteArrayList<Boolean>();
        try (var proxy = Peer.with(socket -> {
                    var unused = socket.getInputStream().read();
                    for (var each : sockets) {
                        delays.add(!each.getTcpNoDelay());
                    }
                });
                var entrance = new Recording(sockets)) {
            var relay = ProxyRelay.start(
                    entrance, exits(sockets), proxy("127.0.0.1", proxy.port()), "Basic unused", failure -> "UNKNOWN");

            var unused = talk(relay, "CONNECT localhost:443 HTTP/1.1\r\nProxy-Relay-Key: " + relay.key() + "\r\n\r\n");

            assertThat(delays).isEqualTo(List.of(false, false));
        }
    }

    @Test
    void theRelaySaysWhatKeepsItFromTheProxy() throws IOException {
        var relay = ProxyRelay.start(
                proxy("proxy.invalid", 3128),
                "Basic hunter2",
                failure -> failure.getClass().getSimpleName());

        assertThat(talk(relay, "CONNECT localhost:443 HTTP/1.1\r\nProxy-Relay-Key: " + relay.key() + "\r\n\r\n"))
                .isEqualTo(
                        "HTTP/1.1 407 No Proxy\r\nProxy-Relay-Trouble: UnknownHostException\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void theRelayServesNoCallerWithoutItsKey() throws IOException {
        var relay = ProxyRelay.start(proxy("127.0.0.1", 1), "Basic unused", failure -> "UNKNOWN");
        for (var head : new String[] {
            "CONNECT localhost:443 HTTP/1.1\r\n\r\n",
            "CONNECT localhost:443 HTTP/1.1\r\nProxy-Relay-Key: guessed\r\n\r\n",
            "GET http://localhost/ HTTP/1.1\r\nProxy-Relay-Key: " + relay.key() + "\r\n\r\n",
            "x".repeat(10_000)
        }) {
            try (var stranger =
                    new Socket(relay.address().getAddress(), relay.address().getPort())) {
                stranger.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                stranger.shutdownOutput();

                assertThat(answer(stranger)).isEmpty();
            }
        }
    }

    private static byte[] answer(Socket stranger) {
        try {
            return stranger.getInputStream().readAllBytes();
        } catch (IOException reset) {
            return new byte[0];
        }
    }

    private static InetSocketAddress proxy(String host, int port) {
        return InetSocketAddress.createUnresolved(host, port);
    }

    private static String talk(ProxyRelay relay, String head) throws IOException {
        try (var client =
                new Socket(relay.address().getAddress(), relay.address().getPort())) {
            client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static SocketFactory exits(List<Socket> made) {
        return new SocketFactory() {
            @Override
            public Socket createSocket() {
                var socket = new Socket();
                made.add(socket);
                return socket;
            }

            @Override
            public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress local, int localPort) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** A server socket that remembers whom it let in. */
    private static final class Recording extends ServerSocket {

        private final List<Socket> accepted;

        Recording(List<Socket> accepted) throws IOException {
            super(0, 0, InetAddress.getLoopbackAddress());
            this.accepted = accepted;
        }

        @Override
        public Socket accept() throws IOException {
            var socket = super.accept();
            accepted.add(socket);
            return socket;
        }
    }
}
