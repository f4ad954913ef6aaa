package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Creates jobs (职位) of Feishu Hire. */
public final class NewJobs {

    private static final ApiCall.RateLimit LIMIT = ApiCall.RateLimit.ofSecond("create job", 20);
    private static final String PATH = "/open-apis/hire/v1/jobs/combined_create?department_id_type=open_department_id"
            + "&job_level_id_type=job_level_id&job_family_id_type=job_family_id&user_id_type=";

    /** These three together stay below three of the five minutes after which an engine hands a job out again. */
    private static final Duration BEFORE_BUDGET = Duration.ofSeconds(50);

    private static final Duration CREATE_BUDGET = Duration.ofSeconds(80);
    private static final Duration AFTER_BUDGET = Duration.ofSeconds(40);

    private final ApiClient api;
    private final RecentJobs recentJobs;
    private final InstantSource clock;

    NewJobs(ApiClient api, RecentJobs recentJobs, InstantSource clock) {
        this.api = api;
        this.recentJobs = recentJobs;
        this.clock = clock;
    }

    /**
     * Creates one job (Feishu's page "新建职位"). It looks for the code first, among the jobs that were changed in the last
     * two hours, and once more where it cannot know whether Feishu created the job. A job that is not in Feishu's list
     * yet is not found.
     *
     * <p>It takes 170 seconds at most. Interrupting the thread ends it at once.
     *
     * @throws FeishuException with {@link FeishuError#JOB_ALREADY_CREATED} when there is a job with this code, and when
     *     the job was not, or may not have been, created; see {@link FeishuException#failure()}
     */
    public CreatedJob create(CreateJobRequest request) {
        refuseIfPast(request.job().expiresAt());
        try (var session = api.open(request.app(), request.timeout(), BEFORE_BUDGET)) {
            var ids = People.ids(session, request.job().team());
            if (request.lookFirst()) {
                refuseIfFound(recentJobs.find(session, request.job().code()));
            }
            var call = call(request.job(), ids);
            session.endAfter(CREATE_BUDGET);
            try {
                return created(request.job(), session.execute(call));
            } catch (FeishuException failed) {
                var isOpen = failed.failure().kind() == FailureKind.TRANSIENT && session.mayHaveSent(call);
                if (isOpen && request.lookFirst()) {
                    refuseIfFound(findAfter(session, request.job().code()));
                }
                throw failed;
            }
        }
    }

    private void refuseIfPast(Optional<Instant> expiresAt) {
        if (expiresAt.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new FeishuException(
                    FeishuFailure.invalidParameter("expiresAt is in the past.", "到期时间（expiresAt）早于当前时间。"));
        }
    }

    private static void refuseIfFound(Optional<JobId> job) {
        if (job.isPresent()) {
            throw new FeishuException(FeishuFailure.alreadyCreated(job.get()));
        }
    }

    /** Where it cannot look now, the next attempt looks first. */
    private Optional<JobId> findAfter(ApiSession session, JobCode code) {
        try {
            session.endAfter(AFTER_BUDGET);
            return recentJobs.find(session, code);
        } catch (FeishuException notToBeHad) {
            return Optional.empty();
        }
    }

    private CreatedJob created(JobDraft job, FeishuReply reply) {
        try {
            return new CreatedJob(
                    new JobId(JsonText.of(reply.data().path("job"), "id")),
                    new AdvertisementId(JsonText.of(reply.data().path("default_job_post"), "id")),
                    job.code(),
                    job.title(),
                    clock.instant(),
                    reply.logId());
        } catch (IllegalArgumentException withoutIds) {
            throw new FeishuException(
                    reply.withoutResult("Feishu's answer lacks the ids of the job and its advertisement."));
        }
    }

    private static ApiCall call(JobDraft job, Map<String, String> ids) {
        var body = job.fields().deepCopy();
        body.put("code", job.code().value());
        body.put("title", job.title());
        body.put("is_never_expired", job.expiresAt().isEmpty());
        job.expiresAt().ifPresent(end -> body.put("expiry_timestamp", Long.toString(end.toEpochMilli())));
        body.set("job_managers", managers(job.team(), ids));
        return ApiCall.post(LIMIT, PATH + job.team().idType().parameter(), body.toString());
    }

    private static ObjectNode managers(JobTeam team, Map<String, String> ids) {
        var managers = JsonNodeFactory.instance.objectNode();
        managers.put("recruiter_id", ids.get(team.recruiter().idOrEmail()));
        var hiringManagers = managers.putArray("hiring_manager_id_list");
        team.hiringManagers().forEach(person -> hiringManagers.add(ids.get(person.idOrEmail())));
        var assistants = managers.putArray("assistant_id_list");
        team.assistants().forEach(person -> assistants.add(ids.get(person.idOrEmail())));
        return managers;
    }
}
