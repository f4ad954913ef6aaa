package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobLookupTest {

    private static final String DETAIL = "hire/v1/jobs/4711/get_detail";
    private static final String JOB = "hire/v1/jobs/4711";
    private static final String RECRUITER = "hire/v1/jobs/4711/recruiter";
    private static final String BY_OPEN_ID = "?user_id_type=open_id";
    private static final String DETAIL_SCOPE = "hire:job.composite_info:readonly";
    private static final String JOB_SCOPE = "hire:job:readonly";

    private static final String ALL_OF_IT = """
            {"code":0,"data":{"job_detail":{
              "basic_info":{"id":"4711","title":"工程师","code":"E-1","active_status":1,"expiry_time":"1900000000000",
                "process_type":1,"head_count":3},
              "recruiter":{"id":"ou_1","name":{"zh_cn":"李雪","en_us":"Li Xue"}},
              "hiring_manager_list":[{"id":"ou_2","name":{"zh_cn":"王强"}},{"id":"","name":{"zh_cn":"?"}},null],
              "assistant_list":[{"id":"ou_3"}]}}}""";
    private static final String FROZEN = """
            {"code":0,"data":{"job":{"id":"4711","title":"工程师","code":"E-1","active_status":1,
              "expiry_timestamp":"1900000000000","process_type":1,"head_count":3}}}""";
    private static final String TEAM = """
            {"code":0,"data":{"info":{"id":"4711","recruiter_id":"ou_1","hiring_manager_id_list":["ou_2","",7,null],
              "assistant_id_list":["ou_3"]}}}""";

    private final FeishuRoutes feishu = new FeishuRoutes();

    @Test
    void oneCallTellsAllOfIt() {
        feishu.on(DETAIL, ALL_OF_IT);

        var job = lookUp();

        assertThat(job.id()).isEqualTo("4711");
        assertThat(job.title()).isEqualTo("工程师");
        assertThat(job.code()).isEqualTo("E-1");
        assertThat(job.active()).isTrue();
        assertThat(job.expiresAt()).contains(Instant.ofEpochMilli(1_900_000_000_000L));
        assertThat(job.processType()).contains(1);
        assertThat(job.headCount()).contains(3);
        assertThat(job.team().recruiter()).contains(new JobPerson("ou_1", new LocalizedName("Li Xue", "李雪")));
        assertThat(job.team().hiringManagers()).containsExactly(new JobPerson("ou_2", new LocalizedName("", "王强")));
        assertThat(job.team().assistants()).containsExactly(new JobPerson("ou_3", new LocalizedName("", "")));
        assertThat(job.lookedUpAt()).isEqualTo(FeishuRoutes.NOW);
        assertThat(feishu.requests()).containsExactly(DETAIL + BY_OPEN_ID);
    }

    @ParameterizedTest
    @ValueSource(ints = {99991672, 99991676})
    void withoutThePermissionOfTheDetailTheFrozenCallsTellAllButTheNames(int code) {
        feishu.failsWith(DETAIL, code).on(JOB, FROZEN).on(RECRUITER, TEAM);

        var job = lookUp();

        assertThat(job.title()).isEqualTo("工程师");
        assertThat(job.active()).isTrue();
        assertThat(job.expiresAt()).contains(Instant.ofEpochMilli(1_900_000_000_000L));
        assertThat(job.processType()).contains(1);
        assertThat(job.headCount()).contains(3);
        assertThat(job.team().recruiter()).contains(nameless("ou_1"));
        assertThat(job.team().hiringManagers()).containsExactly(nameless("ou_2"));
        assertThat(job.team().assistants()).containsExactly(nameless("ou_3"));
        assertThat(feishu.requests()).containsExactly(DETAIL + BY_OPEN_ID, JOB, RECRUITER + BY_OPEN_ID);
    }

    @Test
    void aMissingPermissionIsRememberedForFiveMinutes() {
        feishu.denied(DETAIL, DETAIL_SCOPE).on(JOB, FROZEN).on(RECRUITER, TEAM);
        lookUp();
        feishu.on(DETAIL, ALL_OF_IT).forgetRequests();

        lookUp();
        assertThat(feishu.requests()).containsExactly(JOB, RECRUITER + BY_OPEN_ID);
        feishu.passes(Duration.ofMinutes(4)).forgetRequests();
        lookUp();
        assertThat(feishu.requests()).as("using it keeps it no longer").hasSize(2);
        feishu.passes(Duration.ofMinutes(1)).forgetRequests();
        assertThat(lookUp().team().recruiter().orElseThrow().name().isEmpty()).isFalse();
        assertThat(feishu.requests()).containsExactly(DETAIL + BY_OPEN_ID);
    }

    @Test
    void whatIsRememberedIsOfOneAppAndItsSecret() {
        feishu.denied(DETAIL, DETAIL_SCOPE).on(JOB, FROZEN).on(RECRUITER, TEAM);
        lookUp();
        feishu.on(DETAIL, ALL_OF_IT).forgetRequests();

        lookUp(new FeishuApp(BaseUrl.FEISHU, "cli_2", "secret"));
        lookUp(new FeishuApp(BaseUrl.FEISHU, Requests.APP.appId(), "another secret"));

        assertThat(feishu.requests()).containsExactly(DETAIL + BY_OPEN_ID, DETAIL + BY_OPEN_ID);
    }

    @Test
    void withNeitherPermissionTheOneOfTheCurrentPageIsAskedFor() {
        feishu.denied(DETAIL, DETAIL_SCOPE).denied(JOB, JOB_SCOPE);

        var failure = failure();

        assertThat(failure.error()).isEqualTo(FeishuError.PERMISSION_DENIED);
        assertThat(failure.scopes()).containsExactly(DETAIL_SCOPE);
        feishu.on(DETAIL, ALL_OF_IT);
        assertThat(lookUp().team().recruiter()).as("granted since").isPresent();
    }

    @Test
    void whereTheFrozenCallIsTakenAwayTheDetailIsAskedForAgain() {
        feishu.denied(DETAIL, DETAIL_SCOPE).on(JOB, FROZEN).on(RECRUITER, TEAM);
        lookUp();
        feishu.denied(JOB, JOB_SCOPE).on(DETAIL, ALL_OF_IT).forgetRequests();

        assertThat(lookUp().team().recruiter()).isPresent();
        assertThat(feishu.requests()).containsExactly(JOB, DETAIL + BY_OPEN_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {DETAIL, JOB, RECRUITER})
    void aJobThatThereIsNotIsNotFoundByAnyCall(String path) {
        feishu.denied(DETAIL, DETAIL_SCOPE).on(JOB, FROZEN).on(RECRUITER, TEAM).failsWith(path, 1002601);

        assertThat(failure().error()).isEqualTo(FeishuError.JOB_NOT_FOUND);
    }

    /** What is not clearly open is not. */
    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "null", "true", "\"\"", "\"open\"", "[1]", "1.0", "\"01\""})
    void anUnclearStateIsNotActive(String status) {
        feishu.on(DETAIL, ALL_OF_IT.replace("\"active_status\":1", "\"active_status\":" + status));

        assertThat(lookUp().active()).isFalse();
    }

    @Test
    void aStateAsTextIsTheSame() {
        feishu.on(DETAIL, ALL_OF_IT.replace("\"active_status\":1", "\"active_status\":\"1\""));

        assertThat(lookUp().active()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"null", "\"\"", "\"0\"", "0"})
    void aJobWithoutAnEndNeverExpires(String expiry) {
        feishu.on(DETAIL, ALL_OF_IT.replace("\"1900000000000\"", expiry));

        assertThat(lookUp().expiresAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"4712\"", "\"\"", "null", "{}"})
    void anotherJobThanTheOneThatWasAskedForIsAFailureOfEveryCall(String id) {
        for (var path : List.of(DETAIL, JOB, RECRUITER)) {
            feishu.denied(DETAIL, DETAIL_SCOPE).on(JOB, FROZEN).on(RECRUITER, TEAM);
            var right = path.equals(DETAIL) ? ALL_OF_IT : path.equals(JOB) ? FROZEN : TEAM;
            feishu.on(path, right.replace("\"id\":\"4711\"", "\"id\":" + id)).passes(Duration.ofMinutes(5));

            assertThat(failure().error()).as(path).isEqualTo(FeishuError.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":0}", "{\"code\":0,\"data\":[]}", "{\"code\":0,\"data\":{\"job_detail\":7}}"})
    void aSuccessWithoutTheJobIsAFailure(String json) {
        feishu.on(DETAIL, json);

        assertThat(failure().error()).isEqualTo(FeishuError.UNAVAILABLE);
        assertThat(failure().message()).contains("lacks the job that was asked for");
    }

    @Test
    void aTimeThatCannotBeReadIsAFailure() {
        feishu.on(DETAIL, ALL_OF_IT.replace("\"1900000000000\"", "\"tomorrow\""));

        assertThat(failure().error()).isEqualTo(FeishuError.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "7", "\"ou_1\"", "[]", "{\"id\":null}"})
    void aTeamOfAnotherFormIsNoTeam(String people) {
        feishu.on(
                DETAIL,
                "{\"code\":0,\"data\":{\"job_detail\":{\"basic_info\":{\"id\":\"4711\",\"head_count\":-1},\"recruiter\":"
                        + people + ",\"hiring_manager_list\":" + people + "}}}");

        var job = lookUp();

        assertThat(job.team()).isEqualTo(new JobDetails.Team(Optional.empty(), List.of(), List.of()));
        assertThat(job.headCount()).isEmpty();
        assertThat(job.processType()).isEmpty();
    }

    @Test
    void aFeishuThatIsDownIsAFailureAndNoMissingPermission() {
        feishu.failsWith(DETAIL, 1002001).on(JOB, FROZEN).on(RECRUITER, TEAM);

        assertThat(failure().error()).isEqualTo(FeishuError.SYSTEM_ERROR);
        assertThat(feishu.requests()).hasSize(1);
    }

    private JobDetails lookUp() {
        return lookUp(Requests.APP);
    }

    private JobDetails lookUp(FeishuApp app) {
        return feishu.client().existingJobs().lookUp(new LookUpRequest(app, new JobId("4711"), Duration.ofSeconds(10)));
    }

    private FeishuFailure failure() {
        return catchThrowableOfType(FeishuException.class, this::lookUp).failure();
    }

    private static JobPerson nameless(String id) {
        return new JobPerson(id, new LocalizedName("", ""));
    }
}
