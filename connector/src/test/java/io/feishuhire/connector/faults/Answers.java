package io.feishuhire.connector.faults;

import static io.feishuhire.connector.ConfidentialWords.TOKEN_MARK;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.faults.FaultyFeishu.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** What servers, and the things between them and us, have been seen to do. */
final class Answers {

    static final String TOKEN_JSON =
            "{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"" + TOKEN_MARK + "1\",\"expire\":7200}";
    /** Enough for the call of every connector. */
    static final String SUCCESS = "{\"code\":0,\"msg\":\"ok\",\"data\":{\"items\":[],\"job_post\":{\"id\":\""
            + ConfidentialWords.ADVERTISEMENT_ID + "\",\"job_id\":\"5\",\"job_active_status\":1},"
            + "\"job_detail\":{\"basic_info\":{\"id\":\"" + ConfidentialWords.JOB_ID + "\",\"active_status\":1}},"
            + "\"job\":{\"id\":\"5\"},\"default_job_post\":{\"id\":\"7\"}}}";

    static final Answer TOKEN = json(TOKEN_JSON);
    static final Answer OK = json(SUCCESS);
    static final Answer CLOSE = exchange -> false;
    static final Answer GO_ON = exchange -> true;

    static final Answer RESET = exchange -> {
        exchange.reset();
        return false;
    };

    static final Answer SILENCE = exchange -> {
        exchange.waitForTheEnd();
        return false;
    };

    /** No more from here, but still listening. */
    static final Answer HALF_CLOSE = exchange -> {
        exchange.socket().shutdownOutput();
        exchange.waitForTheEnd();
        return false;
    };

    private Answers() {}

    static Answer json(String body) {
        return reply(200, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), "");
    }

    static Answer json(int status, String body) {
        return reply(status, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), "");
    }

    static Answer error(int status, int code) {
        return json(status, "{\"code\":" + code + ",\"msg\":\"no\"}");
    }

    static Answer html(int status) {
        return reply(status, "text/html", in("UTF-8", "<html><body>" + status + "</body></html>"), "");
    }

    static Answer reply(int status, String type, byte[] body, String moreHeaders) {
        return exchange -> {
            exchange.send("HTTP/1.1 " + status + " Status\r\nContent-Type: " + type + "\r\nX-Tt-Logid: 20261122\r\n"
                    + moreHeaders + "Content-Length: " + body.length + "\r\n\r\n");
            exchange.send(body);
            return true;
        };
    }

    static Answer raw(String text) {
        return exchange -> {
            exchange.send(text);
            return false;
        };
    }

    /** Sends the beginning, and then resets the connection. */
    static Answer brokenOff(String beginning) {
        return exchange -> {
            exchange.send(beginning);
            exchange.reset();
            return false;
        };
    }

    /** Sends the beginning, and then one more piece ten times a second, for ever. */
    static Answer dripping(String beginning, String piece) {
        return exchange -> {
            exchange.send(beginning);
            while (!exchange.closed().await(100, TimeUnit.MILLISECONDS)) {
                exchange.send(piece);
            }
            return false;
        };
    }

    /** Sends the beginning, and then one more piece as fast as it can, for ever. */
    static Answer flooding(String beginning, String piece) {
        return exchange -> {
            exchange.send(beginning);
            var pieces = piece.repeat(1_000);
            while (exchange.closed().getCount() > 0) {
                exchange.send(pieces);
            }
            return false;
        };
    }

    static Answer late(Duration delay, Answer answer) {
        return exchange -> !exchange.closed().await(delay.toMillis(), TimeUnit.MILLISECONDS) && answer.give(exchange);
    }

    static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    static byte[] gzip(String text) {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return zipped.toByteArray();
    }
}
