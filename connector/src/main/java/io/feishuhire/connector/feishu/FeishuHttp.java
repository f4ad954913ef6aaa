package io.feishuhire.connector.feishu;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One POST and its reply, within one deadline and a bounded amount of memory. {@link HttpRequest.Builder#timeout} ends
 * with the headers of the response, so the deadline is kept here: it covers connecting, sending and the whole body.
 */
final class FeishuHttp {

    private static final int MAX_REPLY_BYTES = 1024 * 1024;

    private final HttpClient http;
    private final String userAgent;

    FeishuHttp(HttpClient http, String userAgent) {
        this.http = http;
        this.userAgent = userAgent;
    }

    /**
     * Sends a JSON body and reads the reply.
     *
     * @throws FeishuException with {@link FeishuError#UNAVAILABLE} when no Feishu reply arrived in time, or the calling
     *     thread was interrupted (it stays interrupted); with {@link FeishuError#RATE_LIMITED} for a bare HTTP 429
     */
    FeishuReply post(URI uri, Optional<String> bearerToken, byte[] json, Duration deadline) {
        var request = HttpRequest.newBuilder(uri)
                // An http URL is this machine, where HTTP/2 would cost an upgrade request for nothing.
                .version("https".equals(uri.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", userAgent)
                .POST(BodyPublishers.ofByteArray(json));
        bearerToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return FeishuReply.of(
                await(http.sendAsync(request.build(), head -> new BoundedBody(MAX_REPLY_BYTES)), deadline));
    }

    private static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange, Duration deadline) {
        try {
            return exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
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
        return unavailable("No complete answer within " + deadline.toMillis() + " ms.");
    }

    static FeishuException interrupted() {
        return unavailable("The call was interrupted, as when the connector runtime shuts down.");
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
