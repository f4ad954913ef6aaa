package io.feishuhire.connector.feishu;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * One POST and its reply, within one deadline and a bounded amount of memory. {@link HttpRequest.Builder#timeout} ends
 * with the headers of the response, so the deadline is kept here: it covers connecting, sending and the whole body.
 */
final class FeishuHttp {

    private static final int MAX_REPLY_BYTES = 1024 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final String USER_AGENT = "feishu-hire-connector/" + version();

    private final HttpClient http;
    private final ProxyRoutes routes;

    FeishuHttp(HttpClient http, ProxyRoutes routes) {
        this.http = http;
        this.routes = routes;
    }

    /**
     * With a connection pool of its own: no redirects, no cookies, no TLS below 1.2. And no HTTP/2, of which there
     * would be one connection for all calls: when it goes silent, every call fails until somebody restarts the runtime.
     * Over HTTP/1.1 a call that gets no answer takes its connection with it.
     */
    static FeishuHttp through(ProxySettings proxies, SSLContext trust) {
        var routes = new ProxyRoutes(proxies);
        var http = HttpClient.newBuilder()
                // Waking a virtual thread takes less time than waking one of a pool.
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .proxy(routes)
                .sslContext(trust)
                .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"}))
                .build();
        return new FeishuHttp(http, routes);
    }

    /** With the certificates that the JVM trusts. */
    static FeishuHttp through(ProxySettings proxies) {
        try {
            return through(proxies, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException unusable) {
            throw new IllegalStateException("The JVM's own TLS settings cannot be used", unusable);
        }
    }

    /**
     * Sends a JSON body and reads the reply.
     *
     * @throws FeishuException with {@link FeishuError#UNAVAILABLE} when no Feishu reply arrived in time, or the calling
     *     thread was interrupted (it stays interrupted); with {@link FeishuError#RATE_LIMITED} for a bare HTTP 429
     */
    FeishuReply post(URI uri, Optional<String> bearerToken, byte[] json, Duration deadline) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted();
        }
        var proxyHeader = routes.header(uri);
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", USER_AGENT)
                .POST(BodyPublishers.ofByteArray(json));
        bearerToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        proxyHeader.ifPresent(header -> request.header(header.name(), header.value()));
        return exchange(request.build(), deadline).get();
    }

    List<String> tlsVersions() {
        return List.of(http.sslParameters().getProtocols());
    }

    /**
     * Not by {@link HttpClient#send}, which resolves the host on the calling thread and so beyond any deadline. And the
     * response is taken when its last byte arrives: the future of {@link HttpClient#sendAsync} is one thread later. It
     * is read by the caller, who is told what is wrong with it.
     */
    private Supplier<FeishuReply> exchange(HttpRequest request, Duration deadline) {
        var arrived = new CompletableFuture<Supplier<FeishuReply>>();
        var exchange = http.sendAsync(
                request,
                head -> new BoundedBody(
                        MAX_REPLY_BYTES,
                        body -> arrived.complete(() -> FeishuReply.of(head.statusCode(), head.headers(), body))));
        var unused = exchange.whenComplete((response, failure) -> {
            if (failure != null) {
                arrived.completeExceptionally(failure);
            } else {
                // A proxy that refuses a tunnel: there is a response, but nobody was asked to take its body.
                arrived.complete(() -> FeishuReply.of(response.statusCode(), response.headers(), response.body()));
            }
        });
        try {
            return arrived.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            exchange.cancel(true);
            throw late(deadline);
        } catch (InterruptedException stopped) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (ExecutionException failed) {
            throw unavailable(describe(failed.getCause()));
        }
    }

    static FeishuException late(Duration deadline) {
        // One digit after the point: what is left of a limit, after a wait for another thread, is seldom a round
        // number, and may be next to nothing.
        var seconds = BigDecimal.valueOf(deadline.toNanos(), 9).setScale(1, RoundingMode.CEILING);
        return unavailable("No complete answer within " + seconds + " s.");
    }

    static FeishuException interrupted() {
        return unavailable("The call was interrupted, as when the connector runtime shuts down.");
    }

    private static String version() {
        var version = FeishuHttp.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** By its type alone: the text of an I/O exception may quote what was read or sent. */
    private static String describe(Throwable failure) {
        return switch (failure) {
            case BoundedBody.TooLargeException tooLarge ->
                "The answer is larger than " + MAX_REPLY_BYTES + " bytes, which no reply of Feishu's is.";
            case IOException io -> "The connection failed (" + io.getClass().getSimpleName() + ").";
            default -> "The call failed (" + failure.getClass().getSimpleName() + ").";
        };
    }

    private static FeishuException unavailable(String detail) {
        return new FeishuException(FeishuFailure.unavailable(detail));
    }
}
