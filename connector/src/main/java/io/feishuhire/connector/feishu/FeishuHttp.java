package io.feishuhire.connector.feishu;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
import java.util.stream.Stream;
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
     * Over HTTP/1.1 a call that gets no answer takes its connection with it, and the JDK keeps none that was idle for
     * 30 s.
     *
     * @throws UnusableSetupException when the machine does not let it be made
     */
    static FeishuHttp through(ProxySettings proxies, SSLContext trust) {
        var routes = new ProxyRoutes(proxies);
        try {
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
        } catch (UncheckedIOException noSelector) {
            throw new UnusableSetupException("The JVM cannot open what it needs for HTTP connections: check how many"
                    + " files and sockets the connector runtime may open.");
        }
    }

    /**
     * With the certificates that the JVM trusts.
     *
     * @throws UnusableSetupException when those cannot be read, or the machine does not let it be made
     */
    static FeishuHttp through(ProxySettings proxies) {
        return through(proxies, trustOfTheJvm());
    }

    private static SSLContext trustOfTheJvm() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException unusable) {
            throw new UnusableSetupException("The JVM cannot make TLS connections: check the files, types and passwords"
                    + " of its trust store and key store (javax.net.ssl.trustStore, javax.net.ssl.trustStoreType,"
                    + " javax.net.ssl.trustStorePassword; javax.net.ssl.keyStore and the like).");
        }
    }

    /**
     * Sends a JSON body and reads the reply.
     *
     * @throws FeishuException with {@link FeishuError#UNAVAILABLE} when no answer arrived in time, or the calling
     *     thread was interrupted (it stays interrupted)
     */
    FeishuReply post(URI uri, Optional<String> bearerToken, byte[] json, Duration deadline) {
        if (Thread.currentThread().isInterrupted()) {
            throw new FeishuException(FeishuFailure.interruptedBeforeSending());
        }
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", USER_AGENT)
                .POST(BodyPublishers.ofByteArray(json));
        bearerToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        routes.header(uri).ifPresent(header -> request.header(header.name(), header.value()));
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
                arrived.complete(() -> reply(response));
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
            throw new FeishuException(FeishuFailure.interruptedWhileWaiting());
        } catch (ExecutionException failed) {
            throw unavailable(describe(failed.getCause(), request.uri()));
        }
    }

    /** Where nobody was asked to take a body there was no tunnel to Feishu, and the response is none of Feishu's. */
    private static FeishuReply reply(HttpResponse<byte[]> response) {
        if (response.body() == null) {
            throw unavailable(describeRefusal(response));
        }
        return FeishuReply.of(response.statusCode(), response.headers(), response.body());
    }

    static FeishuException late(Duration deadline) {
        // One digit after the point: what is left of a limit, after a wait for another thread, is seldom a round
        // number, and may be next to nothing.
        var seconds = BigDecimal.valueOf(deadline.toNanos(), 9).setScale(1, RoundingMode.CEILING);
        return unavailable("No complete answer within " + seconds + " s.");
    }

    private static String version() {
        var version = FeishuHttp.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** In words of our own: the text of an exception may quote what was read or sent. */
    private String describe(Throwable failure, URI uri) {
        if (failure instanceof BoundedBody.TooLargeException) {
            return "The answer is larger than " + MAX_REPLY_BYTES + " bytes, which no reply of Feishu's is.";
        }
        return ConnectionTrouble.statusOfProxy(failure)
                .map(ConnectionTrouble::proxyRefused)
                .or(() -> ConnectionTrouble.of(failure).map(trouble -> trouble.sentence(routes.leadThroughProxy(uri))))
                .orElseGet(() -> "The call failed (" + failure.getClass().getSimpleName() + ").");
    }

    /** Either the proxy refused the tunnel, or our own relay did not get as far as to the proxy. */
    private static String describeRefusal(HttpResponse<?> response) {
        return response.headers().allValues(ProxyRelay.TROUBLE_HEADER).stream()
                .flatMap(name -> Stream.of(ConnectionTrouble.values())
                        .filter(trouble -> trouble.name().equals(name)))
                .findFirst()
                .map(trouble -> trouble.sentence(true))
                .orElseGet(() -> ConnectionTrouble.proxyRefused(response.statusCode()));
    }

    private static FeishuException unavailable(String detail) {
        return new FeishuException(FeishuFailure.unavailable(detail));
    }
}
