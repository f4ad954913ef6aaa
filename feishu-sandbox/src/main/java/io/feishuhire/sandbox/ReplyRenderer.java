package io.feishuhire.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import java.util.ArrayList;
import java.util.Map;

/** Turns a reply into what WireMock sends. */
final class ReplyRenderer {

    private final ObjectMapper json;

    ReplyRenderer(ObjectMapper json) {
        this.json = json;
    }

    Rendered render(Reply reply, String logId) {
        return switch (reply) {
            case ReplyForm.FeishuBody feishu ->
                withBody(
                        response(feishu.status(), ReplyForm.JSON, feishu.headers(), logId),
                        write(feishu.fieldsWith(logId)));
            case ReplyForm.Raw raw ->
                withBody(response(raw.status(), raw.contentType(), raw.headers(), logId), raw.body());
            case ReplyForm.Huge huge ->
                Rendered.withoutText(
                        response(200, ReplyForm.JSON, Map.of(), logId).body(() -> new HugeJson(huge.bytes())));
            case ReplyForm.Dribbled dribbled -> dribble(render(dribbled.then(), logId), dribbled);
            case ReplyForm.Delayed delayed -> render(delayed.then(), logId);
            case ReplyForm.Broken broken ->
                Rendered.withoutText(Response.response().fault(broken.fault()));
            case ReplyForm.Ordinary ordinary -> throw new IllegalStateException("Not decided yet: " + ordinary);
            case ReplyForm.AfterEffect after -> throw new IllegalStateException("Not decided yet: " + after);
        };
    }

    /** Of nested delays all count. */
    static long delayMillis(Reply reply) {
        return switch (reply) {
            case ReplyForm.Delayed delayed -> delayed.duration().toMillis() + delayMillis(delayed.then());
            case ReplyForm.Dribbled dribbled -> delayMillis(dribbled.then());
            default -> 0;
        };
    }

    private static Rendered dribble(Rendered rendered, ReplyForm.Dribbled dribbled) {
        return new Rendered(dribble(rendered.response(), dribbled), rendered.text());
    }

    private static Response dribble(Response response, ReplyForm.Dribbled dribbled) {
        if (response.getFault() != null || !response.hasInlineBody() || response.getBody().length == 0) {
            return response;
        }
        return Response.Builder.like(response)
                .chunkedDribbleDelay(new ChunkedDribbleDelay(
                        response.getBody().length,
                        Math.toIntExact(dribbled.duration().toMillis())))
                .build();
    }

    private static Rendered withBody(Response.Builder response, byte[] body) {
        return new Rendered(response.body(body).build(), ReplyText.of(body));
    }

    private static Response.Builder response(
            int status, String contentType, Map<String, String> further, String logId) {
        var headers = new ArrayList<HttpHeader>();
        headers.add(new HttpHeader("Content-Type", contentType));
        headers.add(new HttpHeader("X-Tt-Logid", logId));
        further.forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        return Response.response().status(status).headers(new HttpHeaders(headers));
    }

    private byte[] write(Map<String, Object> fields) {
        try {
            return json.writeValueAsBytes(fields);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalArgumentException("A reply's fields cannot be written as JSON", notWritable);
        }
    }

    /** What is sent, and its body as the journal keeps it. */
    record Rendered(Response response, String text) {

        static Rendered withoutText(Response.Builder response) {
            return new Rendered(response.build(), "");
        }
    }
}
