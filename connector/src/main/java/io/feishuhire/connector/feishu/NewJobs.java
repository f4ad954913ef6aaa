package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feishuhire.connector.feishu.FeishuObserver.LookOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Creates jobs (职位) of Feishu Hire. */
public final class NewJobs {

    private static final ApiCall.RateLimit LIMIT = ApiCall.RateLimit.ofSecond("create job", 20);
    private static final String PATH = "/open-apis/hire/v1/jobs/combined_create?department_id_type=open_department_id"
            + "&job_level_id_type=job_level_id&job_family_id_type=job_family_id&user_id_type=";

    /** These three together stay below three of the five minutes after which an engine hands a job out again. */
    private static final Duration BEFORE_BUDGET = Duration.ofSeconds(50);

    private static final Duration CREATE_BUDGET = Duration.ofSeconds(80);
    private static final Duration AFTER_BUDGET = Duration.ofSeconds(40);

    private static final String PERMISSION_TO_LOOK = "hire:job:readonly";
    private static final Advice ASK_FOR_PERMISSION_TO_LOOK = new Advice(
            "The Feishu app may not read the jobs, among which this task looks first so that none is created twice. Ask the"
                    + " person who runs the app to request {permission} in the Feishu Developer Console under"
                    + " Permissions & Scopes, to release a new version of the app, and to have it approved by a Feishu"
                    + " administrator; or have “Look for the code first” turned off in the process. Then {again}.",
            "为避免重复新建，本任务会先查找职位，但飞书应用没有读取职位的权限。请联系应用负责人在「开发者后台 › 权限管理」中开通 {permission}，"
                    + "发布新的应用版本并由飞书管理员审核通过；或在流程中关闭「先查找职位编号」。然后{again}。");
    private static final Advice NOTHING_WAS_CREATED = new Advice(
            "The jobs that exist could not be read, so none was created. Nothing was changed in Feishu Hire; {again} later.",
            "未能读取已有的职位，因此没有新建职位，飞书招聘中的内容没有任何变化，请稍后{again}。");

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
                refuseIfFound(findBefore(session, request.job().code()));
            }
            var call = call(request.job(), ids);
            session.endAfter(CREATE_BUDGET);
            try {
                return created(request.job(), session.execute(call));
            } catch (FeishuException failed) {
                if (request.lookFirst() && session.mayHaveSent(call) && mayHaveCreated(failed.failure())) {
                    refuseIfFound(findAfter(session, request.job().code()));
                }
                throw failed;
            }
        }
    }

    private void refuseIfPast(Optional<Instant> expiresAt) {
        if (expiresAt.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new FeishuException(FeishuFailure.invalidParameter(
                    "position.expiresAt is in the past.", "position.expiresAt（到期时间）早于当前时间。"));
        }
    }

    private static void refuseIfFound(Optional<JobId> job) {
        if (job.isPresent()) {
            throw new FeishuException(FeishuFailure.alreadyCreated(job.get()));
        }
    }

    private Optional<JobId> findBefore(ApiSession session, JobCode code) {
        try {
            return find(session, code);
        } catch (FeishuException failed) {
            throw failed.failure().error() == FeishuError.PERMISSION_DENIED
                    ? new FeishuException(
                            failed.failure().needing(PERMISSION_TO_LOOK).advising(ASK_FOR_PERMISSION_TO_LOOK))
                    : failed.failure().kind() == FailureKind.TRANSIENT
                            ? new FeishuException(failed.failure().advisingUnlessAdvised(NOTHING_WAS_CREATED))
                            : failed;
        }
    }

    /** A code of success may come with an HTTP status of failure. */
    private static boolean mayHaveCreated(FeishuFailure failure) {
        return failure.kind() == FailureKind.TRANSIENT || failure.code().equals(OptionalInt.of(FeishuReply.OK));
    }

    /** Where it cannot look now, the next attempt looks first. */
    private Optional<JobId> findAfter(ApiSession session, JobCode code) {
        try {
            session.endAfter(AFTER_BUDGET);
            return find(session, code);
        } catch (FeishuException notToBeHad) {
            return Optional.empty();
        }
    }

    private Optional<JobId> find(ApiSession session, JobCode code) {
        try {
            var found = recentJobs.find(session, code);
            api.observer().looked(LIMIT.call(), found.isPresent() ? LookOutcome.FOUND : LookOutcome.NOT_FOUND);
            return found;
        } catch (FeishuException failed) {
            // A throttled job comes back, and looks then.
            if (failed.failure().kind() != FailureKind.THROTTLED) {
                api.observer().looked(LIMIT.call(), LookOutcome.UNKNOWN);
            }
            throw failed;
        }
    }

    private CreatedJob created(JobDraft job, FeishuReply reply) {
        var id = id(reply, "job", JobId::new)
                .orElseThrow(
                        () -> new FeishuException(reply.withoutResult("Feishu's answer lacks the ID of the job.")));
        var advertisement = id(reply, "default_job_post", AdvertisementId::new)
                .orElseThrow(() -> new FeishuException(FeishuFailure.alreadyCreated(id)));
        return new CreatedJob(id, advertisement, job.code(), job.title(), clock.instant(), reply.logId());
    }

    private static <T> Optional<T> id(FeishuReply reply, String of, Function<String, T> type) {
        try {
            return Optional.of(type.apply(JsonText.of(reply.data().path(of), "id")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
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
