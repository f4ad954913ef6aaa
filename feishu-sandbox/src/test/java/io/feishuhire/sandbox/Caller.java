package io.feishuhire.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the sandbox on a bare JDK HTTP client. */
record Caller(HttpClient http, URI base) implements AutoCloseable {

    static final String ADVERTISEMENT = "6960663240925956660";

    private static final ObjectMapper JSON = new ObjectMapper();

    static Caller of(FeishuSandbox sandbox) {
        return new Caller(HttpClient.newHttpClient(), sandbox.baseUrl());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(request(path).method(method, BodyPublishers.ofString(body)).build());
    }

    /** A call with a token; a body makes it a POST. */
    HttpResponse<String> call(String token, String path, String body) {
        var request = request(path).header("Authorization", "Bearer " + token);
        return send(
                body == null
                        ? request.build()
                        : request.header("Content-Type", "application/json; charset=utf-8")
                                .POST(BodyPublishers.ofString(body))
                                .build());
    }

    HttpResponse<String> get(String token, String path) {
        return call(token, path, null);
    }

    HttpResponse<String> tokenReply(String appId, String secret) {
        return send(
                "POST",
                "/open-apis/auth/v3/tenant_access_token/internal",
                "{\"app_id\":\"%s\",\"app_secret\":\"%s\"}".formatted(appId, secret));
    }

    String token() {
        return token(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET);
    }

    String token(String appId, String secret) {
        return json(tokenReply(appId, secret)).path("tenant_access_token").textValue();
    }

    HttpRequest publishing(String advertisementId, String authorization, String body) {
        return request("/open-apis/hire/v1/advertisements/" + advertisementId + "/publish")
                .header("Authorization", authorization)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    HttpResponse<String> publish(String token) {
        return send(publishing(ADVERTISEMENT, "Bearer " + token, "{\"job_channel_id\":\"3\"}"));
    }

    /** Puts an advertisement online, or fails. */
    void publish(String token, String advertisementId, String channel) {
        var reply = send(publishing(advertisementId, "Bearer " + token, "{\"job_channel_id\":\"" + channel + "\"}"));
        if (reply.statusCode() != 200) {
            throw new AssertionError(reply.body());
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return parse(response.body());
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("No JSON: " + text, notJson);
        }
    }

    static String logId(HttpResponse<?> response) {
        return response.headers().firstValue("X-Tt-Logid").orElseThrow();
    }

    /** HTTP status and Feishu's code, as in {@code "400 1002613"}. */
    static String outcome(HttpResponse<String> response) {
        return response.statusCode() + " " + json(response).path("code");
    }

    @Override
    public void close() {
        http.close();
    }
}
