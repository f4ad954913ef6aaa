package io.feishuhire.connector.feishu;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A server that accepts no connection: on Linux one whose queue is full lets a new connection wait. */
final class DeafServer implements AutoCloseable {

    private final ServerSocket entrance;
    private final List<SocketChannel> waiting = new ArrayList<>();

    private DeafServer(ServerSocket entrance) {
        this.entrance = entrance;
    }

    static DeafServer start() throws IOException {
        var server = new DeafServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        for (var i = 0; i < 4; i++) {
            var connection = SocketChannel.open();
            connection.configureBlocking(false);
            connection.connect(server.entrance.getLocalSocketAddress());
            server.waiting.add(connection);
        }
        return server;
    }

    String port() {
        return "" + entrance.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (var connection : waiting) {
            connection.close();
        }
    }
}
