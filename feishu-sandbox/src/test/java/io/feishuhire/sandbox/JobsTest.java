package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobsTest {

    private static final String JOBS = "/open-apis/hire/v1/jobs";
    private static final String JOB = "7003000000000000001";

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void theListHasTheJobsOfTheDefaultTenantAndOneIsClosed() {
        var items = jobs("");

        assertThat(items.findValuesAsText("code")).containsExactly("BE-001", "PM-001", "CAMPUS-01", "HR-001");
        assertThat(items.findValuesAsText("active_status")).containsExactly("1", "1", "1", "2");
        assertThat(items.get(0)).isEqualTo(Caller.parse("""
                        {"id": "7003000000000000001", "title": "后端开发工程师", "code": "BE-001", "active_status": 1,
                         "process_type": 1, "create_timestamp": "1795334400000", "update_timestamp": "1795334400000"}"""));
    }

    @Test
    void aJobIsAddedWithItsAdvertisements() {
        sandbox.addJob("1", "J-1", "A job", "11", "12");

        assertThat(json(get("1", "")).at("/data/job/code").textValue()).isEqualTo("J-1");
        assertThat(jobs("").findValuesAsText("id")).contains("1");
        assertThatThrownBy(() -> sandbox.addJob("x", "J", "T")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.addJob("1", "J", "T", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAdvertisementThatIsDeclaredBelongsToThatJobFromThenOn() {
        sandbox.addJob("1", "J-1", "First", "11");
        caller.publish(token, "11", "3");
        sandbox.addJob("2", "J-2", "Second", "11");
        sandbox.closeJob("11");

        assertThat(json(get("1", "")).at("/data/job/active_status").intValue()).isEqualTo(1);
        assertThat(json(get("2", "")).at("/data/job/active_status").intValue()).isEqualTo(2);
    }

    @Test
    void theJobOfAnUndeclaredAdvertisementIsThereOnceThatIsPublishedOrClosed() {
        caller.publish(token, "69", "3");
        sandbox.closeJob("70");

        var items = jobs("");

        assertThat(items.findValuesAsText("code")).contains("J69", "J70");
        assertThat(json(get(items.get(4).path("id").textValue(), "")).at("/data/job"))
                .isEqualTo(items.get(4));
        assertThat(items.get(5).path("active_status").intValue()).isEqualTo(2);
    }

    @Test
    void theListIsFilteredByTheTimeOfTheLastChange() {
        clock.advance(Duration.ofSeconds(10));
        sandbox.closeJob("7004000000000000001");
        var now = clock.instant().toEpochMilli();

        assertThat(jobs("?update_start_time=" + now).findValuesAsText("id")).containsExactly(JOB);
        assertThat(jobs("?update_start_time=" + (now + 1))).isEmpty();
        assertThat(jobs("?update_end_time=" + now)).hasSize(4);
        assertThat(jobs("?update_end_time=" + (now - 1))).hasSize(3);

        clock.advance(Duration.ofSeconds(10));
        sandbox.reopenJob("7004000000000000001");
        sandbox.expireJob("7003000000000000002", Instant.EPOCH);
        assertThat(jobs("?update_start_time=" + (now + 10_000))).hasSize(2);
    }

    @Test
    void theDetailSaysWhoFillsTheJob() {
        var detail = json(get(JOB, "/get_detail")).at("/data/job_detail");

        assertThat(detail.at("/basic_info/title").textValue()).isEqualTo("后端开发工程师");
        assertThat(detail.at("/basic_info/active_status").intValue()).isEqualTo(1);
        assertThat(detail.at("/basic_info/process_name/zh_cn").textValue()).isEqualTo("社会招聘");
        assertThat(detail.at("/basic_info/expiry_time").isMissingNode()).isTrue();
        assertThat(detail.path("recruiter"))
                .isEqualTo(Caller.parse(
                        "{\"id\":\"ou_7010000000000000001\"," + "\"name\":{\"zh_cn\":\"李雪\",\"en_us\":\"Li Xue\"}}"));
        assertThat(detail.at("/hiring_manager_list/0/name/zh_cn").textValue()).isEqualTo("王强");
        assertThat(detail.at("/assistant_list/0/name/en_us").textValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "open_id, ou_7010000000000000001",
        "union_id, on_7010000000000000001",
        "user_id, u7010000000000000001",
        "people_admin_id, 7010000000000000001"
    })
    void peopleAreNamedByTheIdThatIsAskedFor(String kind, String id) {
        assertThat(json(get(JOB, "/get_detail?user_id_type=" + kind))
                        .at("/data/job_detail/recruiter/id")
                        .textValue())
                .isEqualTo(id);
    }

    @Test
    void thePeopleOfAJob() {
        assertThat(json(get(JOB, "/recruiter")).path("data")).isEqualTo(Caller.parse("""
                        {"info": {"id": "7003000000000000001", "recruiter_id": "ou_7010000000000000001",
                         "hiring_manager_id_list": ["ou_7010000000000000002"],
                         "assistant_id_list": ["ou_7010000000000000003"]}}"""));
        assertThat(json(get(JOB, "/recruiter?user_id_type=user_id"))
                        .at("/data/info/recruiter_id")
                        .textValue())
                .isEqualTo("u7010000000000000001");
    }

    @Test
    void anUnknownJobIsAnsweredWithTheStatusOfEachPage() {
        assertThat(outcome(get("1", ""))).isEqualTo("404 1002601");
        assertThat(outcome(get("1", "/get_detail"))).isEqualTo("404 1002601");
        assertThat(outcome(get("1", "/recruiter"))).isEqualTo("400 1002601");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?user_id_type=name",
                "?department_id_type=name",
                "?job_level_id_type=name",
                "?job_family_id_type=name"
            })
    void anIdOfAnUnknownKindIsAParameterError(String query) {
        assertThat(outcome(caller.get(token, JOBS + query))).isEqualTo("400 1002002");
        assertThat(outcome(get(JOB, query))).isEqualTo("400 1002002");
        assertThat(outcome(get(JOB, "/get_detail" + query))).isEqualTo("400 1002002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/abc",
                "/abc/get_detail",
                "/abc/recruiter",
                "/7003000000000000001/recruiter?user_id_type=people_admin_id",
                "?update_start_time=1.5",
                "?update_end_time="
            })
    void otherParametersOfTheWrongFormAreParameterErrors(String path) {
        assertThat(outcome(caller.get(token, JOBS + path))).isEqualTo("400 1002002");
    }

    @Test
    void aJobExpires() {
        sandbox.expireJob(JOB, Instant.ofEpochMilli(1_722_441_599_999L));

        assertThat(json(get(JOB, "")).at("/data/job/expiry_timestamp").textValue())
                .isEqualTo("1722441599999");
        assertThat(json(get(JOB, "/get_detail"))
                        .at("/data/job_detail/basic_info/expiry_time")
                        .textValue())
                .isEqualTo("1722441599999");
        assertThat(jobs("").at("/0/active_status").intValue()).isEqualTo(1);
        assertThatThrownBy(() -> sandbox.expireJob("1", Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
        sandbox.expireJob(JOB, null);
        assertThat(json(get(JOB, "")).at("/data/job").has("expiry_timestamp")).isFalse();
    }

    @Test
    void aJobIsDeclaredOverHttp() {
        declare("1", "{\"code\":\"J-1\",\"title\":\"A job\",\"processType\":2,\"advertisements\":[\"11\"]}");
        declare("1", "{\"expiresAt\":\"2024-07-31T15:59:59.999Z\"}");

        var job = json(get("1", "")).at("/data/job");

        assertThat(job.path("process_type").intValue()).isEqualTo(2);
        assertThat(job.path("expiry_timestamp").textValue()).isEqualTo("1722441599999");
        caller.send("PUT", "/sandbox/jobs/11", "{\"state\":\"closed\"}");
        assertThat(json(get("1", "")).at("/data/job/active_status").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | {} | title",
                "1 | {\"title\":\"T\"} | code",
                "1 | {\"title\":\"T\",\"code\":\"C\",\"advertisements\":\"11\"} | advertisements",
                "1 | {\"title\":\"T\",\"code\":\"C\",\"advertisements\":[11]} | advertisements",
                "1 | {\"title\":\"T\",\"code\":\"C\",\"processType\":3} | processType",
                "1 | {\"expiresAt\":\"tomorrow\"} | expiresAt",
                "1 | {\"expiresAt\":\"2024-07-31T15:59:59.999Z\"} | no job",
                "x | {\"title\":\"T\",\"code\":\"C\"} | digits"
            })
    void whatIsNoJobIsRefusedWithASentence(String id, String body, String named) {
        var reply = caller.send("PUT", "/sandbox/declared-jobs/" + id, body);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).path("error").textValue()).contains(named);
    }

    private void declare(String id, String body) {
        assertThat(caller.send("PUT", "/sandbox/declared-jobs/" + id, body).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> get(String job, String rest) {
        return caller.get(token, JOBS + "/" + job + rest);
    }

    private JsonNode jobs(String query) {
        return json(caller.get(token, JOBS + query)).at("/data/items");
    }
}
