package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job is created once, for people who are found. */
class NewJobsTest {

    private static final String CREATE = "hire/v1/jobs/combined_create";
    private static final String JOBS = "hire/v1/jobs";
    private static final String PEOPLE = "contact/v3/users/batch_get_id";
    private static final String CREATED =
            "{\"code\":0,\"data\":{\"job\":{\"id\":\"71\"},\"default_job_post\":{\"id\":\"81\"}}}";
    private static final JobCode CODE = new JobCode("BE-1");
    private static final Person LI_LEI = new Person("people.recruiter", "li.lei@example.com");
    private static final Person HAN_MEIMEI = new Person("people.hiringManagers", "ou_2");

    private final RecordingObserver observer = new RecordingObserver();
    private final FeishuRoutes feishu = new FeishuRoutes(observer);

    @BeforeEach
    void feishuIsInOrder() {
        feishu.on(CREATE, CREATED)
                .pages(JOBS, job("1", "BE-0"), job("2", ""))
                .on(PEOPLE, found("LI.lei@example.com", "ou_1"));
    }

    @Test
    void aJobIsCreatedAfterALookForItsCode() {
        var job = create(true);

        assertThat(job.jobId()).isEqualTo(new JobId("71"));
        assertThat(job.advertisementId()).isEqualTo(new AdvertisementId("81"));
        assertThat(job.createdAt()).isEqualTo(FeishuRoutes.NOW);
        assertThat(paths()).containsExactly(PEOPLE, JOBS, JOBS, CREATE);
        assertThat(feishu.requests().get(1))
                .contains("update_start_time="
                        + FeishuRoutes.NOW.minus(Duration.ofHours(2)).toEpochMilli());
    }

    @Test
    void aCodeThatIsThereAlreadyEndsItWithTheJobsId() {
        feishu.pages(JOBS, job("1", "BE-0"), job("70", "BE-1"));

        var failure = failure(true);

        assertThat(failure.error()).isEqualTo(FeishuError.JOB_ALREADY_CREATED);
        assertThat(failure.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failure.jobId()).contains(new JobId("70"));
        assertThat(paths()).doesNotContain(CREATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"be-1", "BE-10", "BE"})
    void anotherCodeIsAnotherJob(String code) {
        feishu.pages(JOBS, job("70", code));

        assertThat(create(true).code()).isEqualTo(CODE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1002001, 2200, 1002631})
    void afterAnAttemptThatMayHaveCreatedItItLooksAgain(int code) {
        feishu.on(CREATE, query -> {
            feishu.pages(JOBS, job("70", "BE-1"));
            return "{\"code\":" + code + "}";
        });

        assertThat(failure(true).jobId()).contains(new JobId("70"));
        assertThat(paths()).containsExactly(PEOPLE, JOBS, JOBS, CREATE, JOBS);
    }

    @Test
    void whatIsNotFoundAfterItMayBeTriedAgain() {
        feishu.failsWith(CREATE, 1002001);

        assertThat(failure(true).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(paths()).endsWith(CREATE, JOBS, JOBS);
    }

    @Test
    void aLookThatFailsAfterwardsLeavesTheFailureOfTheAttempt() {
        feishu.on(CREATE, query -> {
            feishu.failsWith(JOBS, 1002001);
            return "{\"code\":2200}";
        });

        assertThat(failure(true).code()).hasValue(2200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1002613, 1002603, 9499, 99991672, 99991400})
    void aRefusalLeavesNothingOpen(int code) {
        feishu.failsWith(CREATE, code);

        assertThat(failure(true).code()).hasValue(code);
        assertThat(paths()).endsWith(CREATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0}",
                "{\"code\":0,\"data\":{\"job\":{\"id\":\"x\"},\"default_job_post\":{\"id\":\"81\"}}}"
            })
    void anAnswerWithoutTheIdOfTheJobIsNoSuccess(String json) {
        feishu.on(CREATE, json);

        var failure = failure(true);

        assertThat(failure.error()).isEqualTo(FeishuError.UNAVAILABLE);
        assertThat(failure.detail()).contains("lacks the ID of the job");
        assertThat(paths()).endsWith(CREATE, JOBS, JOBS);
    }

    /** It exists, so trying again would create another one. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJobWhoseAdvertisementIsNotToldIsCreatedAlready(boolean lookFirst) {
        feishu.on(CREATE, "{\"code\":0,\"data\":{\"job\":{\"id\":\"71\"}}}");

        var failure = failure(lookFirst);

        assertThat(failure.error()).isEqualTo(FeishuError.JOB_ALREADY_CREATED);
        assertThat(failure.jobId()).contains(new JobId("71"));
        assertThat(paths()).endsWith(CREATE);
    }

    @ParameterizedTest
    @EnumSource
    void theTypeOfIdIsThatOfPeopleByEMailAndOfTheJob(Person.IdType type) {
        var team = new JobTeam(LI_LEI, List.of(HAN_MEIMEI), List.of(), type);

        create(new JobDraft(CODE, "Engineer", Optional.empty(), team, JsonNodeFactory.instance.objectNode()), false);

        assertThat(feishu.requests())
                .allSatisfy(request -> assertThat(request)
                        .contains("user_id_type=" + type.name().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({"hire/v1/jobs, hire:job:readonly", "contact/v3/users/batch_get_id, contact:user.id:readonly"})
    void aMissingPermissionThatFeishuDoesNotNameIsNamed(String path, String scope) {
        feishu.failsWith(path, 99991672);

        var failure = failure(true);

        assertThat(failure.scopes()).containsExactly(scope);
        assertThat(failure.message(FeishuOperation.CREATE)).contains(scope).doesNotContain("hire:job in");
        assertThat(failure.advice(FeishuOperation.CREATE).zh()).contains(scope);
    }

    @Test
    void aLookThatFailsBeforehandSaysThatNothingWasCreated() {
        feishu.failsWith(JOBS, 1002001);

        var failure = failure(true);

        assertThat(failure.kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(failure.message(FeishuOperation.CREATE)).contains("so none was created");
        assertThat(paths()).doesNotContain(CREATE);
    }

    /** Each execution has to see what an earlier one may have created, so no list is kept. */
    @Test
    void everyExecutionLooksForItself() {
        create(true);
        create(true);

        assertThat(paths().stream().filter(JOBS::equals)).hasSize(4);
    }

    @Test
    void pagesThatAnotherExecutionLeftAreTooOld() {
        var whole = feishu.answerOf(JOBS);
        feishu.on(JOBS, query -> query.contains("page_token=1") ? "{\"code\":99991400}" : whole.apply(query));
        assertThat(failure(true).code()).hasValue(99991400);
        feishu.on(JOBS, whole).passes(Duration.ofSeconds(5)).forgetRequests();

        create(true);

        assertThat(paths()).containsExactly(PEOPLE, JOBS, JOBS, CREATE);
    }

    @Test
    void aLookThatIsNotAllowedIsAFailureThatNamesThePermission() {
        feishu.denied(JOBS, "hire:job:readonly");

        var failure = failure(true);

        assertThat(failure.error()).isEqualTo(FeishuError.PERMISSION_DENIED);
        assertThat(failure.scopes()).containsExactly("hire:job:readonly");
        assertThat(paths()).doesNotContain(CREATE);
    }

    @Test
    void withoutTheLookNothingIsReadBeforeOrAfter() {
        feishu.denied(JOBS, "hire:job:readonly");
        create(false);
        feishu.failsWith(CREATE, 1002001);
        assertThat(failure(false).code()).hasValue(1002001);

        assertThat(paths()).containsExactly(PEOPLE, CREATE, PEOPLE, CREATE);
    }

    @Test
    void moreJobsThanItReadsLeaveItOpenSoNothingIsCreated() {
        feishu.on(JOBS, query -> FeishuRoutes.list(true, "t" + feishu.requests().size()));

        assertThat(failure(true).message(FeishuOperation.CREATE))
                .startsWith("More than 4,000 jobs were changed in the last two hours.")
                .doesNotContain("network");
        assertThat(paths()).doesNotContain(CREATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"data\":{\"user_list\":[{\"email\":\"li.lei@example.com\"}]}}",
                "{\"code\":0,\"data\":{\"user_list\":[]}}",
                "{\"code\":0}"
            })
    void aPersonWhoIsNotFoundIsToldByTheField(String json) {
        feishu.on(PEOPLE, json);

        var failure = failure(true);

        assertThat(failure.error()).isEqualTo(FeishuError.INVALID_PARAMETER);
        assertThat(failure.message(FeishuOperation.CREATE))
                .startsWith("people.recruiter holds an e-mail address that Feishu cannot match to a person.")
                .doesNotContain("li.lei");
        assertThat(failure.advice(FeishuOperation.CREATE).zh()).startsWith("people.recruiter：在飞书中找不到");
        assertThat(paths()).containsExactly(PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {41050, 40004, 40014})
    void aPersonOutsideOfTheDataRangeIsToldAsSuch(int code) {
        feishu.failsWith(PEOPLE, code);

        assertThat(failure(true).message(FeishuOperation.CREATE)).contains("通讯录权限范围");
    }

    @Test
    void whereAllPeopleAreGivenByIdNoneIsLookedUp() {
        create(job(HAN_MEIMEI, Optional.empty()), true);

        assertThat(paths()).doesNotContain(PEOPLE);
    }

    @Test
    void aDateInThePastIsRefusedBeforeAnythingIsSent() {
        var refused = catchThrowableOfType(
                FeishuException.class, () -> create(job(LI_LEI, Optional.of(FeishuRoutes.NOW)), true));

        assertThat(refused.failure().message()).startsWith("position.expiresAt is in the past.");
        assertThat(feishu.requests()).isEmpty();
    }

    @Test
    void theFieldsThatFeishuDoesNotAcceptAreNamed() {
        feishu.on(
                CREATE,
                "{\"code\":1002002,\"error\":{\"field_violations\":[{\"field\":\"customized_data_list[0].value\","
                        + "\"value\":\"hunter2\"},{\"field\":\"hunter 2 <b>\"}]}}");

        var failure = failure(true);

        assertThat(failure.advice(FeishuOperation.CREATE).zh())
                .startsWith("飞书不接受 customized_data_list[0].value：未填写，或内容不符合要求。");
        assertThat(failure.message(FeishuOperation.CREATE))
                .startsWith(
                        "Feishu does not accept customized_data_list[0].value: it is missing, or its value does not fit.")
                .doesNotContain("hunter");
    }

    /** The company's own fields have numbers for names. */
    @Test
    void aFieldOfTheCompanysOwnIsNamedByItsId() {
        feishu.on(CREATE, "{\"code\":1002002,\"error\":{\"field_violations\":[{\"field\":\"7020000000000000001\"}]}}");

        assertThat(failure(true).message(FeishuOperation.CREATE))
                .startsWith("Feishu does not accept 7020000000000000001:");
    }

    @ParameterizedTest
    @CsvSource({
        "1002603, job type, 职位类别",
        "1002604, employment, 雇佣类型",
        "1002605, job family, 序列",
        "1002606, job level, 职级",
        "1002607, highlight, 职位亮点",
        "1002608, subject, 项目",
        "1002622, major, 专业",
        "1002623, other majors, 不限专业",
        "1002630, disabled, 停用",
        "99992351, person, 人员",
        "99992357, department, 部门",
        "99992361, another Feishu app, 其他飞书应用",
        "1002631, locked, 锁定",
        "1002619, locked, 锁定"
    })
    void aNumberThatFeishuHasForOneValueNamesThatValue(int code, String en, String zh) {
        feishu.failsWith(CREATE, code);

        var advice = failure(true).advice(FeishuOperation.CREATE);

        assertThat(advice.en()).contains(en).contains("create the job again").doesNotContain("{");
        assertThat(advice.zh()).contains(zh).contains("再次新建职位").doesNotContain("{");
    }

    @Test
    void eachLookForTheCodeIsHeardWithItsOutcome() {
        feishu.on(CREATE, query -> {
            feishu.pages(JOBS, job("70", "BE-1"));
            return "{\"code\":1002001}";
        });

        assertThat(failure(true).error()).isEqualTo(FeishuError.JOB_ALREADY_CREATED);
        assertThat(looks()).containsExactly("looked create job: NOT_FOUND", "looked create job: FOUND");
    }

    /** A job that has to wait comes back and looks then. */
    @Test
    void aLookThatFailsIsHeardUnlessItWaits() {
        feishu.failsWith(JOBS, 99991400);
        assertThat(failure(true).kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(looks()).isEmpty();

        feishu.passes(Duration.ofMinutes(1)).failsWith(JOBS, 1002001);
        assertThat(failure(true).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(looks()).containsExactly("looked create job: UNKNOWN");
    }

    private List<String> looks() {
        return observer.heard().stream()
                .filter(event -> event.startsWith("looked"))
                .toList();
    }

    private FeishuFailure failure(boolean lookFirst) {
        return catchThrowableOfType(FeishuException.class, () -> create(lookFirst))
                .failure();
    }

    private CreatedJob create(boolean lookFirst) {
        return create(job(LI_LEI, Optional.empty()), lookFirst);
    }

    private CreatedJob create(JobDraft job, boolean lookFirst) {
        return feishu.client()
                .newJobs()
                .create(new CreateJobRequest(Requests.APP, job, lookFirst, Duration.ofSeconds(10)));
    }

    private static JobDraft job(Person recruiter, Optional<Instant> expiresAt) {
        var team = new JobTeam(recruiter, List.of(HAN_MEIMEI), List.of(), Person.IdType.OPEN_ID);
        return new JobDraft(CODE, "Engineer", expiresAt, team, JsonNodeFactory.instance.objectNode());
    }

    private List<String> paths() {
        return feishu.requests().stream()
                .map(request -> request.replaceFirst("\\?.*", ""))
                .toList();
    }

    private static String job(String id, String code) {
        return "{\"id\":\"" + id + "\",\"code\":\"" + code + "\"}";
    }

    private static String found(String email, String id) {
        return "{\"code\":0,\"data\":{\"user_list\":[{\"email\":\"" + email + "\",\"user_id\":\"" + id + "\"}]}}";
    }
}
