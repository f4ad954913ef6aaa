package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ApiCall.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Jobs (职位) that there are in Feishu Hire. */
public final class ExistingJobs {

    private static final Duration BUDGET = Duration.ofSeconds(150);

    private static final String PATH = "/open-apis/hire/v1/jobs/";
    private static final RateLimit OPEN_LIMIT = RateLimit.ofSecond("open job", 10);
    private static final RateLimit CLOSE_LIMIT = RateLimit.ofSecond("close job", 10);

    /** The word for it of the call that opens. From the call that closes it is unknown. */
    private static final int OPEN_ALREADY = 1002616;
    /** The word for it of the call that closes. From other calls it is an error. */
    private static final int CLOSED_ALREADY = 1002609;

    private static final String NO_BODY = "";

    private final ApiClient api;
    private final JobLookup lookup;
    private final InstantSource clock;

    ExistingJobs(ApiClient api, InstantSource clock, LongSupplier nanoTime) {
        this.api = api;
        this.lookup = new JobLookup(clock, nanoTime);
        this.clock = clock;
    }

    /**
     * Looks a job up. Nothing changes at Feishu. It takes 150 seconds at most. Interrupting the thread ends it at once.
     *
     * @throws FeishuException when there is no such job, or Feishu does not tell
     */
    public JobDetails lookUp(LookUpRequest request) {
        try (var session = api.open(request.app(), request.timeout(), BUDGET)) {
            return lookup.lookUp(session, request.jobId());
        }
    }

    /**
     * Opens or closes a job (Feishu's pages "重启职位" and "关闭职位"). A job that is open, or closed, already stays as it is,
     * with the time at which it expires: that is a success, too. So may a failure have done it all the same, and it
     * does no harm to repeat it.
     *
     * <p>It takes 150 seconds at most. Interrupting the thread ends it at once.
     *
     * @throws FeishuException when Feishu does not do it, or may not have done it; with
     *     {@link FeishuError#INVALID_PARAMETER} when the job is to expire at a time that has passed
     */
    public JobStatusReceipt openOrClose(OpenOrCloseRequest request) {
        var call = switch (request.action()) {
            case JobAction.Open open -> open(request.jobId(), open.expiresAt());
            case JobAction.Close close -> close(request.jobId());
        };
        try (var session = api.open(request.app(), request.timeout(), BUDGET)) {
            var reply = session.execute(call);
            return new JobStatusReceipt(
                    reply.isOk(),
                    request.action() instanceof JobAction.Open open && reply.isOk()
                            ? open.expiresAt()
                            : Optional.empty(),
                    reply.logId(),
                    clock.instant());
        }
    }

    private ApiCall open(JobId id, Optional<Instant> expiresAt) {
        if (expiresAt.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new FeishuException(FeishuFailure.invalidParameter(
                    "expiresAt is not in the future, so the job would expire at once.",
                    "expiresAt 不晚于当前时间，职位一开启就会过期。"));
        }
        var json = expiresAt
                .map(end -> "{\"is_never_expired\":false,\"expiry_time\":" + end.toEpochMilli() + "}")
                .orElse("{\"is_never_expired\":true}");
        return ApiCall.post(OPEN_LIMIT, PATH + id.value() + "/open", json).withResults(OPEN_ALREADY);
    }

    private static ApiCall close(JobId id) {
        return ApiCall.post(CLOSE_LIMIT, PATH + id.value() + "/close", NO_BODY).withResults(CLOSED_ALREADY);
    }
}
