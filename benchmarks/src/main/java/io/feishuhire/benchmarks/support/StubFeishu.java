package io.feishuhire.benchmarks.support;

import io.feishuhire.localcamunda.JavaProcess;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A server that answers Feishu's two calls with constants. It does as little work per request as an HTTP server can, so
 * that a benchmark measures the client. Unlike the sandbox, it has no limit, no journal and no faults.
 */
public final class StubFeishu {

    /** The only valid token. */
    public static final String TOKEN = "t-benchmark";

    private static final String TOKEN_PATH = "/open-apis/auth/v3/tenant_access_token/internal";
    private static final Pattern PUBLISH_PATH = Pattern.compile("/open-apis/hire/v1/advertisements/\\d+/publish");
    private static final int LONGEST_REQUEST = 64 * 1024;

    private static final Answer TOKEN_ISSUED = new Answer(
            HttpResponseStatus.OK,
            "{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"" + TOKEN + "\",\"expire\":7200}");
    private static final Answer PUBLISHED =
            new Answer(HttpResponseStatus.OK, "{\"code\":0,\"msg\":\"ok\",\"data\":{}}");
    private static final Answer TOKEN_REFUSED = new Answer(
            HttpResponseStatus.BAD_REQUEST, "{\"code\":99991663,\"msg\":\"Invalid access token for authorization\"}");
    private static final Answer NO_SUCH_CALL = new Answer(HttpResponseStatus.NOT_FOUND, "404 page not found");

    private StubFeishu() {}

    private record Answer(HttpResponseStatus status, ByteBuf body) {
        Answer(HttpResponseStatus status, String body) {
            this(status, Unpooled.unreleasableBuffer(Unpooled.copiedBuffer(body, StandardCharsets.UTF_8)));
        }
    }

    /** The server in a JVM of its own. */
    public record Running(JavaProcess process, URI baseUrl) implements AutoCloseable {
        @Override
        public void close() {
            process.close();
        }
    }

    /** Starts the server in a JVM of its own. */
    public static Running start() {
        var process = JavaProcess.of(StubFeishu.class).start();
        return new Running(process, URI.create(process.awaitLine("http://", Duration.ofMinutes(1))));
    }

    /** Serves on a free port of this machine until the JVM ends. The first line of output is the base URL. */
    public static void main(String[] args) throws Exception {
        var threads = new NioEventLoopGroup();
        var channel = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Connection())
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
        System.out.println("http://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort());
        channel.closeFuture().sync();
    }

    private static Answer answer(FullHttpRequest request) {
        if (!request.method().equals(HttpMethod.POST)) {
            return NO_SUCH_CALL;
        }
        if (request.uri().equals(TOKEN_PATH)) {
            return TOKEN_ISSUED;
        }
        if (!PUBLISH_PATH.matcher(request.uri()).matches()) {
            return NO_SUCH_CALL;
        }
        return ("Bearer " + TOKEN).equals(request.headers().get(HttpHeaderNames.AUTHORIZATION))
                ? PUBLISHED
                : TOKEN_REFUSED;
    }

    private static final class Connection extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(new HttpServerCodec(), new HttpObjectAggregator(LONGEST_REQUEST), new Exchange());
        }
    }

    private static final class Exchange extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var answer = answer(request);
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, answer.status(), answer.body().duplicate());
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                    .set("x-tt-logid", "20261122120000B3A1C0FFEE0123456789")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, answer.body().readableBytes());
            var keepAlive = HttpUtil.isKeepAlive(request);
            HttpUtil.setKeepAlive(response, keepAlive);
            var written = context.writeAndFlush(response);
            if (!keepAlive) {
                written.addListener(ChannelFutureListener.CLOSE);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable hungUp) {
            context.close();
        }
    }
}
