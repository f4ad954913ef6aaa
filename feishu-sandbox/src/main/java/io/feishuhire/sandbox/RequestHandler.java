package io.feishuhire.sandbox;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Where WireMock hands over every request: scripted replies first, then the checks of Feishu's API. */
final class RequestHandler implements ResponseTransformerV2 {

    private static final int RECORDED_BODY = 8192;

    private final SandboxState state;
    private final FeishuApi feishuApi;
    private final AdminApi adminApi;
    private final ReplyRenderer renderer;
    private final LogIds logIds;
    private final CountDownLatch closed = new CountDownLatch(1);

    RequestHandler(SandboxState state, FeishuApi feishuApi, AdminApi adminApi, ReplyRenderer renderer, LogIds logIds) {
        this.state = state;
        this.feishuApi = feishuApi;
        this.adminApi = adminApi;
        this.renderer = renderer;
        this.logIds = logIds;
    }

    @Override
    public String getName() {
        return "feishu-sandbox";
    }

    @Override
    public Response transform(Response ignored, ServeEvent event) {
        var request = event.getRequest();
        var asked = ApiRequest.of(
                request.getMethod().getName(),
                request.getUrl(),
                request.getHeader("Authorization"),
                request.getBodyAsString());
        var logId = logIds.next();
        if (AdminApi.isControl(asked.path()) && isOfAnotherPage(request)) {
            return renderer.render(AdminApi.refusalForPages(), logId).response();
        }
        if (AdminApi.isControl(asked.path())) {
            return control(asked, logId);
        }
        var arrived = hold(state.distance().oneWayMillis());
        var endpoint = feishuApi.endpoint(asked);
        var receivedAt = state.settings().clock().instant();
        var reply = state.down().get()
                ? Reply.emptyReply()
                : decide(state.scriptedReplies().take(endpoint), () -> feishuApi.answer(asked));
        var rendered = renderer.render(reply, logId);
        var recorded = record(request, endpoint, receivedAt, Outcome.of(reply), logId, rendered.text());
        state.requests().add(recorded);
        state.listeners().requestRecorded(recorded);
        var answered = arrived
                && hold(ReplyRenderer.delayMillis(reply) + state.distance().oneWayMillis());
        return answered
                ? rendered.response()
                : renderer.render(Reply.emptyReply(), logId).response();
    }

    private Response control(ApiRequest asked, String logId) {
        var answer = adminApi.answer(asked.method(), asked.path(), asked.body());
        if (!asked.method().equals("GET")) {
            state.listeners().controlAnswered();
        }
        return renderer.render(answer, logId).response();
    }

    /** A page in a browser may send requests to this machine; browsers then say which page it is. */
    private static boolean isOfAnotherPage(Request request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return request.containsHeader("Origin")
                || (site != null && !site.equals("none") && !site.equals("same-origin"));
    }

    /** Lets go of every request that is held back. */
    void close() {
        closed.countDown();
    }

    /** The endpoint answers once at most: its answer is what takes effect. */
    private static Reply decide(Reply scripted, Supplier<Reply> ordinarily) {
        return switch (scripted) {
            case ReplyForm.Ordinary ordinary -> ordinarily.get();
            case ReplyForm.AfterEffect after -> {
                var answer = ordinarily.get();
                yield Outcome.of(answer).succeeded() ? decide(after.then(), () -> answer) : answer;
            }
            case ReplyForm.Delayed delayed ->
                new ReplyForm.Delayed(delayed.duration(), decide(delayed.then(), ordinarily));
            case ReplyForm.Dribbled dribbled ->
                new ReplyForm.Dribbled(dribbled.duration(), decide(dribbled.then(), ordinarily));
            default -> scripted;
        };
    }

    /** Waits, and says whether the whole time has passed: it has not if the sandbox is being closed. */
    private boolean hold(long millis) {
        try {
            return millis == 0 || !closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            // Only the stopping server interrupts. The mark is not set again: with it WireMock would answer HTTP 200.
            return false;
        }
    }

    private static RecordedRequest record(
            Request request, Endpoint endpoint, Instant receivedAt, Outcome outcome, String logId, String reply) {
        var headers = new TreeMap<String, List<String>>();
        for (var header : request.getHeaders().all()) {
            headers.put(header.key(), header.values());
        }
        var body = request.getBodyAsString();
        return new RecordedRequest(
                endpoint,
                request.getMethod().getName(),
                request.getUrl(),
                headers,
                body.substring(0, Math.min(body.length(), RECORDED_BODY)),
                receivedAt,
                outcome.status(),
                outcome.code(),
                logId,
                reply);
    }

    private record Outcome(int status, Integer code) {
        boolean succeeded() {
            return status == 200 && (code == null || code == 0);
        }

        static Outcome of(Reply reply) {
            return switch (reply) {
                case ReplyForm.FeishuBody feishu -> new Outcome(feishu.status(), feishu.code());
                case ReplyForm.Raw raw -> new Outcome(raw.status(), null);
                case ReplyForm.Huge huge -> new Outcome(200, 0);
                case ReplyForm.Delayed delayed -> of(delayed.then());
                case ReplyForm.Dribbled dribbled -> of(dribbled.then());
                case ReplyForm.Broken broken -> new Outcome(0, null);
                case ReplyForm.Ordinary ordinary -> throw new IllegalStateException("Not decided yet");
                case ReplyForm.AfterEffect after -> throw new IllegalStateException("Not decided yet");
            };
        }
    }
}
