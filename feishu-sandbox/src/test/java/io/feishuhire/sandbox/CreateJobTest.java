package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateJobTest {

    private static final String JOBS = "/open-apis/hire/v1/jobs";
    private static final String CREATE = JOBS + "/combined_create";

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void theAnswerHasTheJobItsPeopleAndItsAdvertisement() {
        assertThat(json(create(JobBody.withCode("REQ-1"))).path("data")).isEqualTo(Caller.parse("""
                        {"default_job_post": {"id": "7004800000000000001"},
                         "job": {"id": "7003800000000000001", "title": "数据工程师", "code": "REQ-1", "active_status": 1,
                          "process_type": 1, "process_id": "7005000000000000001",
                          "create_timestamp": "1795334400000", "update_timestamp": "1795334400000"},
                         "job_manager": {"id": "7003800000000000001", "recruiter_id": "ou_7010000000000000001",
                          "hiring_manager_id_list": ["ou_7010000000000000002"], "assistant_id_list": []}}"""));
        assertThat(sandbox.createdJobs())
                .containsExactly(new CreatedJob(
                        "7003800000000000001",
                        "7004800000000000001",
                        "REQ-1",
                        "数据工程师",
                        "cli_sandbox",
                        clock.instant()));
    }

    @Test
    void theOtherCallsRepeatWhatWasSent() {
        var job = created(changed(body -> body.put("description", "Build it")
                .put("requirement", "Know it")
                .put("head_count", 3)
                .put("min_salary", 30)
                .put("max_salary", 50)
                .put("experience", 5)
                .put("required_degree", 20)
                .put("job_attribute", 1)
                .put("is_never_expired", false)
                .put("expiry_timestamp", "1798761599999")
                .withObject("/job_managers")
                .putArray("assistant_id_list")
                .add("ou_7010000000000000003")));

        var detail = json(caller.get(token, JOBS + "/" + job + "/get_detail")).at("/data/job_detail");
        assertThat(detail.at("/basic_info/description").textValue()).isEqualTo("Build it");
        assertThat(detail.at("/basic_info/requirement").textValue()).isEqualTo("Know it");
        assertThat(detail.at("/basic_info/head_count").intValue()).isEqualTo(3);
        assertThat(detail.at("/basic_info/required_degree").intValue()).isEqualTo(20);
        assertThat(detail.at("/basic_info/expiry_time").textValue()).isEqualTo("1798761599999");
        assertThat(detail.at("/assistant_list/0/name/zh_cn").textValue()).isEqualTo("陈静");
        var listed = json(caller.get(token, JOBS)).at("/data/items/4");
        assertThat(listed.path("id").textValue()).isEqualTo(job);
        assertThat(listed.path("min_salary").intValue()).isEqualTo(30);
        assertThat(listed.path("expiry_timestamp").textValue()).isEqualTo("1798761599999");
        assertThat(json(caller.get(token, JOBS + "/" + job)).at("/data/job")).isEqualTo(listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null"})
    void aJobWithoutACodeIsGivenOne(String none) {
        var body = changed(sent -> sent.set("code", Caller.parse(none)));

        assertThat(json(create(body)).at("/data/job/code").textValue()).isEqualTo("A00001");
        assertThat(json(create(body)).at("/data/job/code").textValue()).isEqualTo("A00002");
    }

    @Test
    void itsAdvertisementIsPublishedAndSeen() {
        created(JobBody.withCode("REQ-1"));
        caller.publish(token, "7004800000000000001", "7002000000000000001");

        var post = json(new JobPostCalls(caller, token).onWebsite("7001000000000000001", "7004800000000000001"))
                .at("/data/job_post");

        assertThat(post.path("job_id").textValue()).isEqualTo("7003800000000000001");
        assertThat(post.path("job_code").textValue()).isEqualTo("REQ-1");
        sandbox.closeJob("7004800000000000001");
        assertThat(outcome(new JobPostCalls(caller, token).onWebsite("7001000000000000001", "7004800000000000001")))
                .isEqualTo("404 1002509");
    }

    @ParameterizedTest
    @CsvSource({"union_id, on_", "user_id, u"})
    void peopleAreNamedByTheIdThatTheCallSays(String kind, String prefix) {
        var body = JobBody.withCode("REQ-1");
        body.putObject("job_managers")
                .put("recruiter_id", prefix + "7010000000000000003")
                .putArray("hiring_manager_id_list")
                .add(prefix + "7010000000000000001");

        var reply = caller.call(token, CREATE + "?user_id_type=" + kind, body.toString());

        assertThat(json(reply).at("/data/job_manager/recruiter_id").textValue())
                .isEqualTo(prefix + "7010000000000000003");
        assertThat(json(caller.get(token, JOBS + "/7003800000000000001/recruiter"))
                        .at("/data/info/hiring_manager_id_list/0")
                        .textValue())
                .isEqualTo("ou_7010000000000000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "job_managers",
                "job_process_id",
                "process_type",
                "department_id",
                "is_never_expired",
                "job_type_id",
                "recruitment_type_id"
            })
    void whatThePageRequiresIsRefusedByItsName(String field) {
        assertRefused(changed(body -> body.remove(field)), field);
        assertRefused(changed(body -> body.putNull(field)), field);
        assertThat(sandbox.createdJobs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job_managers | {\"hiring_manager_id_list\":[\"ou_7010000000000000002\"]} | job_managers.recruiter_id",
                "job_managers | {\"recruiter_id\":\"ou_7010000000000000001\","
                        + "\"hiring_manager_id_list\":[]} | job_managers.hiring_manager_id_list",
                "job_managers | [1] | job_managers",
                "title | \"\" | title",
                "title | 1 | title",
                "code | \"12345678901234567\" | code",
                "code | \"职位职位职位\" | code",
                "process_type | 3 | process_type",
                "process_type | \"1\" | process_type",
                "is_never_expired | \"true\" | is_never_expired",
                "is_never_expired | false | expiry_timestamp",
                "job_process_id | \"1\" | job_process_id",
                "job_function_id | \"1\" | job_function_id",
                "address_id_list | [\"1\"] | address_id_list",
                "address_id_list | [1] | address_id_list",
                "address_id_list | \"1\" | address_id_list",
                "highlight_list | \"1\" | highlight_list",
                "min_level_id | 7 | min_level_id",
                "max_level_id | 7 | max_level_id",
                "job_category_id | 7 | job_category_id",
                "head_count | \"3\" | head_count",
                "head_count | 2.5 | head_count",
                "experience | 9 | experience",
                "required_degree | 9 | required_degree",
                "customized_data_list | {} | customized_data_list",
                "customized_data_list | [{\"value\":\"1\"}] | customized_data_list.object_id",
                "customized_data_list | [{\"object_id\":\"1\",\"value\":1}] | customized_data_list.value"
            })
    void whatIsWrongIsRefusedByItsName(String field, String value, String named) {
        assertRefused(changed(body -> body.set(field, Caller.parse(value))), named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job_type_id | \"1\" | 400 1002603",
                "recruitment_type_id | \"104\" | 400 1002604",
                "subject_id | \"1\" | 400 1002608",
                "target_major_id_list | [\"1\"] | 400 1002622",
                "target_major_id_list | [\"0\",\"MDMJ0001\"] | 400 1002623",
                "target_major_id_list | [\"0\"] | 200 0",
                "job_category_id | \"1\" | 400 1002605",
                "job_category_id | \"7006000000000000001\" | 400 1002605",
                "min_level_id | \"1\" | 400 1002606",
                "max_level_id | \"1\" | 400 1002606",
                "min_level_id | \"7012000000000000003\" | 400 1002630",
                "max_level_id | \"7012000000000000003\" | 400 1002630",
                "highlight_list | [\"1\"] | 400 1002607",
                "highlight_list | [\"6732430418206787844\",\"1\"] | 400 1002607",
                "department_id | \"12\" | 400 99992357",
                "job_category_id | \"7011000000000000002\" | 200 0",
                "min_level_id | \"7012000000000000001\" | 200 0",
                "max_level_id | \"7012000000000000002\" | 200 0",
                "highlight_list | [\"6732430418206787844\",\"6732430418202593547\"] | 200 0",
                "highlight_list | [] | 200 0",
                "code | \"1234567890123456\" | 200 0",
                "subject_id | \"7009000000000000001\" | 200 0",
                "address_id_list | [\"7008000000000000001\"] | 200 0",
                "job_function_id | \"7007000000000000002\" | 200 0"
            })
    void aWrongIdHasACodeOfItsOwn(String field, String value, String outcome) {
        assertThat(outcome(create(changed(body -> body.set(field, Caller.parse(value))))))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ou_1, 400 99992351",
        "'', on_7010000000000000001, 400 99992351",
        "'', ou_other_7010000000000000001, 400 99992361",
        "?user_id_type=union_id, ou_7010000000000000001, 400 99992364",
        "?user_id_type=union_id, on_other_7010000000000000001, 400 99992381",
        "?user_id_type=user_id, uother_7010000000000000001, 400 99992364",
        "?user_id_type=user_id, ou_7010000000000000001, 400 99992360",
        "?user_id_type=people_admin_id, 7010000000000000001, 400 1002002",
        "?department_id_type=name, ou_7010000000000000001, 400 1002002",
        "?department_id_type=department_id, ou_7010000000000000001, 400 99992357"
    })
    void anIdOfTheWrongKindIsRefused(String query, String recruiter, String outcome) {
        var body = JobBody.withCode("REQ-1");
        body.withObject("/job_managers").put("recruiter_id", recruiter);
        body.withObject("/job_managers").putArray("hiring_manager_id_list").add(recruiter);

        assertThat(outcome(caller.call(token, CREATE + query, body.toString()))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "job-families, job_category_id, 1002605",
        "job-levels, min_level_id, 1002606",
        "highlights, highlight_list, 1002607"
    })
    void theListsBehindTheIdsAreSetUpOverHttp(String list, String field, int code) {
        var id = Caller.parse(field.endsWith("_list") ? "[\"42\"]" : "\"42\"");
        var body = changed(sent -> sent.set(field, id));
        assertThat(outcome(create(body))).isEqualTo("400 " + code);

        caller.send("PUT", "/sandbox/choices/" + list + "/42", "{\"zhName\":\"新\",\"enName\":\"New\"}");
        assertThat(outcome(create(body))).isEqualTo("200 0");
        caller.send("DELETE", "/sandbox/choices/" + list, "");
        assertThat(outcome(create(body))).isEqualTo("400 " + code);
    }

    @Test
    void withTheSwitchOffNoJobIsCreated() {
        sandbox.apiSync(false);

        assertThat(outcome(create(JobBody.withCode("REQ-1")))).isEqualTo("400 1002613");
        assertThat(sandbox.createdJobs()).isEmpty();
    }

    @Test
    void whatTheTenantRequiresIsRefusedByItsName() {
        sandbox.requireJobFields("head_count", "7020000000000000001");

        assertRefused(JobBody.withCode("REQ-1"), "head_count");
        var body = changed(sent -> sent.put("head_count", 1));
        assertRefused(body, "7020000000000000001");
        body.putArray("customized_data_list")
                .addObject()
                .put("object_id", "7020000000000000001")
                .put("value", "[\"1\"]");
        assertThat(outcome(create(body))).isEqualTo("200 0");

        var state = json(caller.send("PUT", "/sandbox/required-job-fields", "{\"fields\":[\"requirement\"]}"));
        assertThat(state.path("requiredJobFields")).isEqualTo(Caller.parse("[\"requirement\"]"));
        assertRefused(body, "requirement");
        caller.send("PUT", "/sandbox/required-job-fields", "{\"fields\":[]}");
        assertThat(outcome(create(body))).isEqualTo("200 0");
    }

    @Test
    void aCodeThatThereIsAlreadyIsAcceptedUnlessTheSwitchSaysSo() {
        created(JobBody.withCode("REQ-1"));
        created(JobBody.withCode("REQ-1"));
        created(JobBody.withCode("BE-001"));

        sandbox.refuseDuplicateCodes(1_002_002);
        assertThat(outcome(create(JobBody.withCode("REQ-1")))).isEqualTo("400 1002002");
        assertThat(outcome(create(JobBody.withCode("REQ-2")))).isEqualTo("200 0");
        sandbox.refuseDuplicateCodes(1_002_702);
        assertThat(outcome(create(JobBody.withCode("REQ-2")))).isEqualTo("400 1002702");
        sandbox.refuseDuplicateCodes(0);
        assertThat(outcome(create(JobBody.withCode("REQ-2")))).isEqualTo("200 0");
        assertThat(sandbox.createdJobs())
                .extracting(CreatedJob::code)
                .containsExactly("REQ-1", "REQ-1", "BE-001", "REQ-2", "REQ-2");
    }

    @Test
    void aNewJobIsListedAfterTheDelay() {
        sandbox.delayUntilListed(Duration.ofSeconds(30));
        var job = created(JobBody.withCode("REQ-1"));

        clock.advance(Duration.ofMillis(29_999));
        assertThat(json(caller.get(token, JOBS)).at("/data/items")).hasSize(4);
        assertThat(outcome(caller.get(token, JOBS + "/" + job))).isEqualTo("200 0");
        clock.advance(Duration.ofMillis(1));
        assertThat(json(caller.get(token, JOBS)).at("/data/items")).hasSize(5);
    }

    @Test
    void createdJobsAreShownAndForgottenAtAReset() {
        created(JobBody.withCode("REQ-1"));
        assertThat(json(caller.send("GET", "/sandbox/created-jobs", "")).path("createdJobs"))
                .isEqualTo(Caller.parse("""
                        [{"jobId": "7003800000000000001", "advertisementId": "7004800000000000001", "code": "REQ-1",
                          "title": "数据工程师", "appId": "cli_sandbox", "at": "2026-11-22T08:00:00Z"}]"""));
        assertThat(json(caller.send("GET", "/sandbox", "")).path("createdJobs").intValue())
                .isOne();

        sandbox.requireJobFields("head_count");
        sandbox.reset();

        assertThat(sandbox.createdJobs()).isEmpty();
        var reply =
                caller.call(caller.token(), CREATE, JobBody.withCode("REQ-1").toString());
        assertThat(json(reply).at("/data/job/id").textValue()).isEqualTo("7003800000000000001");
    }

    private static ObjectNode changed(Consumer<ObjectNode> change) {
        var body = JobBody.withCode("REQ-1");
        change.accept(body);
        return body;
    }

    private HttpResponse<String> create(JsonNode body) {
        return caller.call(token, CREATE, body.toString());
    }

    private String created(JsonNode body) {
        var reply = create(body);
        assertThat(outcome(reply)).as(reply.body()).isEqualTo("200 0");
        return json(reply).at("/data/job/id").textValue();
    }

    private void assertRefused(JsonNode body, String field) {
        var reply = create(body);
        assertThat(outcome(reply)).as(reply.body()).isEqualTo("400 1002002");
        assertThat(json(reply).at("/error/field_violations").findValuesAsText("field"))
                .containsExactly(field);
        assertThat(json(reply).at("/error/log_id").textValue()).isEqualTo(Caller.logId(reply));
    }
}
