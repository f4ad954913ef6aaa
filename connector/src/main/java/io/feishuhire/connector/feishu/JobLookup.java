package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ApiCall.RateLimit;
import io.feishuhire.connector.feishu.JobDetails.Team;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads a job and the people who recruit for it. "获取职位详情" tells all of it. Where the app lacks the permission of that
 * page, the frozen "获取职位信息" and the call for a job's recruiter do, without the names of the people.
 */
final class JobLookup {

    private static final String JOBS = "/open-apis/hire/v1/jobs/";
    /** Said, so that ids are of one kind, whichever call they come from. */
    private static final String PEOPLE_BY_OPEN_ID = "?user_id_type=open_id";

    private static final RateLimit DETAIL_LIMIT = RateLimit.ofSecond("job detail", 20);
    private static final RateLimit JOB_LIMIT = RateLimit.ofSecond("job", 50);
    private static final RateLimit RECRUITER_LIMIT = RateLimit.ofSecond("job recruiter", 50);

    private static final Integer[] PERMISSION_MISSING = {99991672, 99991676};

    private static final int MAX_APPS = 1_000;
    private static final Duration REMEMBER_FOR = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final LongSupplier nanoTime;
    /** When it was found that an app lacks the permission of the detail. */
    private final BoundedCache<AppKey, Long> withoutDetail;

    JobLookup(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.withoutDetail = new BoundedCache<>(MAX_APPS, REMEMBER_FOR, nanoTime);
    }

    /**
     * Looks once.
     *
     * @throws FeishuException when there is no such job, Feishu does not answer, or the app has neither permission
     */
    JobDetails lookUp(ApiSession session, JobId id) {
        if (isKnownToLackDetail(session.app())) {
            var job = session.execute(job(id));
            if (job.isOk()) {
                return withTeam(session, id, job);
            }
        }
        var detail = session.execute(ApiCall.get(DETAIL_LIMIT, JOBS + id.value() + "/get_detail" + PEOPLE_BY_OPEN_ID)
                .withResults(PERMISSION_MISSING));
        return detail.isOk() ? detail(detail, id) : withoutDetail(session, id, detail);
    }

    private JobDetails withoutDetail(ApiSession session, JobId id, FeishuReply denied) {
        var job = session.execute(job(id));
        if (!job.isOk()) {
            // The permission of the page that is not frozen is the one to ask for.
            throw new FeishuException(denied.failure());
        }
        // Only now: an app with neither is given one soon, and must not be kept from using it.
        withoutDetail.put(AppKey.of(session.app()), nanoTime.getAsLong());
        return withTeam(session, id, job);
    }

    private boolean isKnownToLackDetail(FeishuApp app) {
        return withoutDetail
                .find(AppKey.of(app))
                .filter(since -> nanoTime.getAsLong() - since < REMEMBER_FOR.toNanos())
                .isPresent();
    }

    private static ApiCall job(JobId id) {
        return ApiCall.get(JOB_LIMIT, JOBS + id.value()).withResults(PERMISSION_MISSING);
    }

    private JobDetails detail(FeishuReply reply, JobId id) {
        var detail = reply.data().path("job_detail");
        return checked(
                reply,
                id,
                () -> JobDetails.of(detail.path("basic_info"), "expiry_time", Team.named(detail), clock.instant()));
    }

    private JobDetails withTeam(ApiSession session, JobId id, FeishuReply reply) {
        var recruiter =
                session.execute(ApiCall.get(RECRUITER_LIMIT, JOBS + id.value() + "/recruiter" + PEOPLE_BY_OPEN_ID));
        var info = recruiter.data().path("info");
        if (!JsonText.of(info, "id").equals(id.value())) {
            throw notThatJob(recruiter);
        }
        return checked(
                reply,
                id,
                () -> JobDetails.of(
                        reply.data().path("job"), "expiry_timestamp", Team.nameless(info), clock.instant()));
    }

    private static JobDetails checked(FeishuReply reply, JobId id, Supplier<JobDetails> read) {
        try {
            var job = read.get();
            if (job.id().equals(id.value())) {
                return job;
            }
        } catch (IllegalArgumentException unreadable) {
            // The failure below says it.
        }
        throw notThatJob(reply);
    }

    private static FeishuException notThatJob(FeishuReply reply) {
        return new FeishuException(reply.withoutResult("Feishu's answer lacks the job that was asked for."));
    }
}
