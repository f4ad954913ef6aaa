package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.proxy.ProxyRoutes;
import io.feishuhire.connector.feishu.proxy.ProxySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * One HTTP exchange, within one timeout and a bounded amount of memory. {@link HttpRequest.Builder#timeout} ends with
 * the headers of the response, so the timeout is kept here: it covers connecting, sending and the whole body.
 */
final class FeishuHttp {

    private static final int MAX_REPLY_BYTES = 1024 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final String USER_AGENT = "feishu-hire-connector/" + ConnectorVersion.current();

    private final HttpClient http;
    private final ProxyRoutes routes;

    FeishuHttp(HttpClient http, ProxyRoutes routes) {
        this.http = http;
        this.routes = routes;
    }

    /**
     * An HTTP client with a connection pool of its own: no redirects, no cookies, no TLS below 1.2. And no HTTP/2, of
     * which there would be one connection for all calls: when it goes silent, every call fails until the runtime is
     * restarted. Over HTTP/1.1 a call that gets no answer takes its connection with it, and the JDK keeps none that was
     * idle for 30 s.
     *
     * @throws UnusableSetupException when the machine does not let it be made
     */
    static FeishuHttp create(ProxySettings proxies, SSLContext trust) {
        var routes = routes(proxies);
        return new FeishuHttp(httpClient(routes, trust), routes);
    }

    /**
     * An HTTP client that trusts the certificates that the JVM trusts.
     *
     * @throws UnusableSetupException when those cannot be read, or the machine does not let it be made
     */
    static FeishuHttp create(ProxySettings proxies) {
        return create(proxies, trustOfTheJvm());
    }

    static ProxyRoutes routes(ProxySettings proxies) {
        try {
            return new ProxyRoutes(proxies, ConnectionTrouble::ofProxy);
        } catch (IOException noPort) {
            throw new UnusableSetupException(
                    "The way through a proxy with a password needs a free port on the loopback"
                            + " interface, and there is none: check how many sockets and files the connector runtime may open.");
        }
    }

    static HttpClient httpClient(ProxyRoutes routes, SSLContext trust) {
        try {
            return HttpClient.newBuilder()
                    // Waking a virtual thread takes less time than waking one of a pool.
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .proxy(routes)
                    .sslContext(trust)
                    .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"}))
                    .build();
        } catch (UncheckedIOException noSelector) {
            throw new UnusableSetupException("The JVM cannot open what it needs for HTTP connections: check how many"
                    + " files and sockets the connector runtime may open.");
        }
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
     * Makes a call with a token.
     *
     * @throws FeishuException with {@link FeishuError#UNAVAILABLE} when no answer arrived in time, or the calling
     *     thread was interrupted (it stays interrupted)
     */
    FeishuReply send(FeishuApp app, ApiCall call, TenantAccessToken token, Duration timeout) {
        var request = HttpRequest.newBuilder(app.baseUrl().resolve(call.path()))
                .header("Authorization", "Bearer " + token.value());
        call.json().ifPresent(json -> withJson(request, json));
        return exchange(request, timeout);
    }

    /**
     * Sends JSON without a token.
     *
     * @throws FeishuException as {@link #send}
     */
    FeishuReply post(URI uri, String json, Duration timeout) {
        return exchange(withJson(HttpRequest.newBuilder(uri), json), timeout);
    }

    private static HttpRequest.Builder withJson(HttpRequest.Builder request, String json) {
        return request.header("Content-Type", "application/json; charset=utf-8").POST(BodyPublishers.ofString(json));
    }

    private FeishuReply exchange(HttpRequest.Builder request, Duration timeout) {
        if (Thread.currentThread().isInterrupted()) {
            throw new FeishuException(FeishuFailure.interruptedBeforeSending());
        }
        request.header("User-Agent", USER_AGENT);
        var uri = request.build().uri();
        routes.header(uri).ifPresent(header -> request.header(header.name(), header.value()));
        return exchange(request.build(), timeout).read();
    }

    /** A response that has arrived, and is read by the caller, where exceptions belong. */
    @FunctionalInterface
    private interface PendingReply {
        FeishuReply read();
    }

    /**
     * Not by {@link HttpClient#send}, which resolves the host on the calling thread and so beyond any timeout. The body
     * is handed over as soon as its last byte arrives, one thread switch before the future of
     * {@link HttpClient#sendAsync} completes.
     */
    private PendingReply exchange(HttpRequest request, Duration timeout) {
        var arrived = new CompletableFuture<PendingReply>();
        var exchange = http.sendAsync(
                request,
                head -> new BoundedBodySubscriber(
                        MAX_REPLY_BYTES,
                        body -> arrived.complete(() -> FeishuReply.of(head.statusCode(), head.headers(), body))));
        var unused = exchange.whenComplete((response, failure) -> {
            if (failure != null) {
                arrived.completeExceptionally(failure);
            } else {
                arrived.complete(() -> read(response));
            }
        });
        try {
            return arrived.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            exchange.cancel(true);
            throw new FeishuException(FeishuFailure.timedOut(timeout));
        } catch (InterruptedException stopped) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new FeishuException(FeishuFailure.interruptedWhileWaiting());
        } catch (ExecutionException failed) {
            throw unavailable(describe(failed.getCause(), request.uri()));
        }
    }

    /** Without a body there was no tunnel to Feishu, and Feishu did not send the response. */
    private FeishuReply read(HttpResponse<byte[]> response) {
        if (response.body() == null) {
            throw unavailable(describeRefusal(response));
        }
        return FeishuReply.of(response.statusCode(), response.headers(), response.body());
    }

    /** In words of our own: the text of an exception may quote what was read or sent. */
    private String describe(Throwable failure, URI uri) {
        if (failure instanceof BoundedBodySubscriber.TooLargeException) {
            return "The answer is larger than " + MAX_REPLY_BYTES + " bytes. No Feishu reply is that large.";
        }
        return ConnectionTrouble.statusOfProxy(failure)
                .map(ConnectionTrouble::proxyRefused)
                .or(() -> ConnectionTrouble.of(failure).map(trouble -> trouble.sentence(routes.leadThroughProxy(uri))))
                .orElseGet(() -> "The call failed (" + failure.getClass().getSimpleName() + ").");
    }

    /** Either the proxy refused the tunnel, or our own relay did not get as far as to the proxy. */
    private String describeRefusal(HttpResponse<?> response) {
        return routes.relayTrouble(response.headers())
                .flatMap(name -> Stream.of(ConnectionTrouble.values())
                        .filter(trouble -> trouble.name().equals(name))
                        .findFirst())
                .map(trouble -> trouble.sentence(true))
                .orElseGet(() -> ConnectionTrouble.proxyRefused(response.statusCode()));
    }

    private static FeishuException unavailable(String detail) {
        return new FeishuException(FeishuFailure.unavailable(detail));
    }
}
