package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.proxy.ProxySettings;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/** An HTTP client without a network: a function answers every request, at once or when it likes. */
final class InMemoryHttp extends HttpClient {

    /** A reply. */
    static final class Reply implements ResponseInfo {
        private final int status;
        private final byte[] body;

        Reply(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        static Reply json(String body) {
            return new Reply(200, body.getBytes(StandardCharsets.UTF_8));
        }

        byte[] body() {
            return body;
        }

        @Override
        public int statusCode() {
            return status;
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of("x-tt-logid", List.of("20261122")), (name, value) -> true);
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    private final Function<HttpRequest, CompletableFuture<Reply>> server;

    InMemoryHttp(Function<HttpRequest, CompletableFuture<Reply>> server) {
        this.server = server;
    }

    /** The client on top of this one. */
    static FeishuHttp answeredBy(Function<HttpRequest, Reply> server) {
        return new FeishuHttp(
                new InMemoryHttp(request -> CompletableFuture.completedFuture(server.apply(request))),
                FeishuHttp.routes(ProxySettings.NONE));
    }

    static boolean isForToken(HttpRequest request) {
        return request.uri().getPath().endsWith("/open-apis/auth/v3/tenant_access_token/internal");
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return server.apply(request).thenCompose(reply -> {
            var subscriber = handler.apply(reply);
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {
                    // All there is comes at once.
                }

                @Override
                public void cancel() {
                    // Nothing more would come anyway.
                }
            });
            subscriber.onNext(List.of(ByteBuffer.wrap(reply.body())));
            subscriber.onComplete();
            return subscriber.getBody().thenApply(body -> new Response<>(request, reply, body));
        });
    }

    private record Response<T>(HttpRequest request, Reply reply, T body) implements HttpResponse<T> {
        @Override
        public int statusCode() {
            return reply.statusCode();
        }

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return reply.headers();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return request.uri();
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SSLParameters sslParameters() {
        return new SSLParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
