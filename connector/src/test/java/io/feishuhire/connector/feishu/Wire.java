package io.feishuhire.connector.feishu;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to a server of this machine, which can be cut so that neither end notices, as firewalls do. */
final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final int port;
    private final List<Strand> strands = new CopyOnWriteArrayList<>();

    private Wire(ServerSocket entrance, int port) {
        this.entrance = entrance;
        this.port = port;
    }

    static Wire to(int port) throws IOException {
        var wire = new Wire(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), port);
        Thread.startVirtualThread(wire::accept);
        return wire;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** How many connections were made so far. */
    int connections() {
        return strands.size();
    }

    /** The connections there are get nothing through any more. New ones do. */
    void cut() {
        strands.forEach(strand -> strand.cut = true);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (var strand : strands) {
            strand.client.close();
            strand.server.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var client = entrance.accept();
                var strand = new Strand(client, new Socket(InetAddress.getLoopbackAddress(), port));
                strands.add(strand);
                Thread.startVirtualThread(() -> strand.pass(strand.client, strand.server));
                Thread.startVirtualThread(() -> strand.pass(strand.server, strand.client));
            }
        } catch (IOException closed) {
            // No more connections are expected.
        }
    }

    private static final class Strand {

        private final Socket client;
        private final Socket server;
        private volatile boolean cut;

        Strand(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pass(Socket from, Socket to) {
            var buffer = new byte[8192];
            try {
                for (var count = from.getInputStream().read(buffer);
                        count >= 0;
                        count = from.getInputStream().read(buffer)) {
                    if (!cut) {
                        to.getOutputStream().write(buffer, 0, count);
                    }
                }
                if (!cut) {
                    to.shutdownOutput();
                }
            } catch (IOException ended) {
                // The other direction ends in the same way.
            }
        }
    }
}
