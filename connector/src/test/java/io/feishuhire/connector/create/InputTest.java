package io.feishuhire.connector.create;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.JobCode;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.InputProbe;
import io.feishuhire.connector.testing.JobContext;
import io.feishuhire.connector.testing.JobVariables;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job may be made of, what is rejected, and what Feishu gets of it. */
@Execution(ExecutionMode.SAME_THREAD)
class InputTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static InputProbe probe;

    @BeforeAll
    static void start() {
        probe = InputProbe.start();
    }

    @AfterAll
    static void stop() {
        probe.close();
    }

    @Test
    void theResultHasBothIdsTheCodeAndTheTitle() {
        var job = probe.result(EveryConnector.CREATE, probe.input(EveryConnector.CREATE));

        assertThat(job.properties())
                .extracting(field -> field.getKey())
                .containsExactly("jobId", "advertisementId", "code", "title", "createdAt", "logId");
        assertThat(job.path("code").textValue()).isEqualTo("BE-2027-01");
        assertThat(job.path("title").textValue()).isEqualTo("Backend engineer");
        assertThat(job.path("jobId").textValue())
                .matches("\\d+")
                .isNotEqualTo(job.path("advertisementId").textValue());
    }

    @Test
    void whatIsLeftOutIsNotSent() {
        assertThat(body(probe.input(EveryConnector.CREATE))).isEqualTo(JobVariables.json("""
                {'process_type': 1, 'job_process_id': '7005000000000000001', 'job_type_id': '7006000000000000001',
                 'recruitment_type_id': '101', 'department_id': 'od-10', 'code': 'BE-2027-01',
                 'title': 'Backend engineer', 'is_never_expired': true,
                 'job_managers': {'recruiter_id': 'ou_7010000000000000001',
                                  'hiring_manager_id_list': ['ou_7010000000000000002'], 'assistant_id_list': []}}
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /position/headCount        | '2'                            | /head_count         | 2
            /position/headCount        | 2                              | /head_count         | 2
            /position/expiresAt        | '2999-03-31'                   | /expiry_timestamp   | '32479891199999'
            /position/expiresAt        | '2999-03-31'                   | /is_never_expired   | false
            /process/processType       | '2'                            | /process_type       | 2
            /process/jobFunctionId     | 7007000000000000001            | /job_function_id    | '7007000000000000001'
            /process/subjectId         | ' 7009000000000000001 '        | /subject_id         | '7009000000000000001'
            /placement/addressIds      | '7008000000000000001，7008000000000000002' | /address_id_list | ['7008000000000000001','7008000000000000002']
            /placement/addressIds      | ['7008000000000000001']        | /address_id_list    | ['7008000000000000001']
            /requirements/minSalary    | '20'                           | /min_salary         | 20
            /requirements/maxSalary    | 35                             | /max_salary         | 35
            /requirements/experience   | 8                              | /experience         | 8
            /requirements/degree       | '20'                           | /required_degree    | 20
            /advertisement/description | ' a\\nb '                      | /description        | 'a\\nb'
            /advertisement/requirement | 'Java'                         | /requirement        | 'Java'
            /advertisement/highlightIds | '6732430418215192836'         | /highlight_list     | ['6732430418215192836']
            /further                   | {'min_level_id': '7012000000000000001'} | /min_level_id | '7012000000000000001'
            /further                   | {'customized_data_list': [{'object_id': '1', 'value': ['1','2']}]} | /customized_data_list | [{'object_id': '1', 'value': '["1","2"]'}]
            /position/headCount        | 2.0                            | /head_count         | 2
            /requirements/minSalary    | 1e3                            | /min_salary         | 1000
            /further                   | {'customized_data_list': [{'object_id': '1', 'value': 12345678901.0}]} | /customized_data_list | [{'object_id': '1', 'value': '12345678901'}]
            /further                   | {'customized_data_list': [{'object_id': '1', 'value': 10000000.5}]} | /customized_data_list | [{'object_id': '1', 'value': '10000000.5'}]
            /further                   | {'customized_data_list': [{'object_id': '1', 'value': null}]} | /customized_data_list | []
            /further                   | {'customized_data_list': [{'object_id': '1', 'value': 5}]} | /customized_data_list | [{'object_id': '1', 'value': '5'}]
            """)
    void aFieldIsSentAsFeishuHasIt(String pointer, String value, String sent, String expected) {
        assertThat(body(with(pointer, value)).at(sent)).isEqualTo(JobVariables.json(expected.replace("\"", "\\\"")));
    }

    @Test
    void withoutACodeTheTaskMakesOneThatStaysTheSame() {
        var input = with("/position", "{'title': 'Engineer', 'lookForCode': false}");

        assertThat(body(input).path("code").textValue())
                .isEqualTo(JobCode.ofKey(JobContext.TASK_KEY).value())
                .isEqualTo(body(input).path("code").textValue())
                .hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void whereTheSwitchIsLeftOutTheTaskLooksForTheCode() {
        var unused = body(with("/position", "{'title': 'Engineer', 'code': 'LOOK-1'}"));

        assertThat(probe.sandbox().requests())
                .extracting(request -> request.endpoint())
                .contains(Endpoint.JOBS);
    }

    @Test
    void moreThanFiftyPeopleAreRefused() {
        var assistants = IntStream.range(0, 49).mapToObj(i -> "'ou_" + i + "'").collect(joining(",", "[", "]"));

        assertThat(probe.rejection(EveryConnector.CREATE, with("/people/assistants", assistants)))
                .startsWith("people.recruiter, people.hiringManagers and people.assistants are more than 50 people.");
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        var input = probe.input(EveryConnector.CREATE);
        List.of("position", "people", "process", "placement").forEach(input::remove);

        assertThat(probe.rejection(EveryConnector.CREATE, input))
                .startsWith("A job needs position.title, people.recruiter, people.hiringManagers, process.processType,"
                        + " process.processId, process.jobTypeId, process.recruitmentTypeId, placement.departmentId."
                        + " Correct that and create the job again.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /position/title            | ''                | A job needs position.title.
            /position/title            | ['hunter2']       | position.title is a list or an object
            /position/code             | 'hunter2 hunter2' | position.code is not 1 to 16 letters
            /position/code             | '12345678901234567' | position.code is not 1 to 16 letters
            /position/code             | '职位'            | position.code is not 1 to 16 letters
            /position/lookForCode      | 'hunter2'         | position.lookForCode is neither true nor false
            /position/headCount        | 0                 | position.headCount must be a whole number from 1
            /position/headCount        | 1.5               | position.headCount must be a whole number from 1
            /position/headCount        | 'hunter2'         | position.headCount must be a whole number
            /position/expiresAt        | '2020-01-01'      | position.expiresAt is in the past
            /position/expiresAt        | 'hunter2'         | position.expiresAt is neither a date
            /position/expiresAt        | '2999-01-01T10:00:00' | position.expiresAt is a date and time without a time zone
            /position/timeZone         | 'hunter2'         | position.timeZone is not a time zone
            /people/recruiter          | 'hunter2 hunter2' | people.recruiter is neither an e-mail address
            /people/recruiter          | 'hunter2@'        | people.recruiter is neither an e-mail address
            /people/recruiter          | 'a@hunter2@b'     | people.recruiter is neither an e-mail address
            /people/recruiter          | ['hunter2']       | people.recruiter is neither text nor a number
            /people/hiringManagers     | []                | A job needs people.hiringManagers.
            /people/hiringManagers     | '， ；'             | A job needs people.hiringManagers.
            /people/hiringManagers     | [null, '']        | A job needs people.hiringManagers.
            /requirements/minSalary    | 22.5              | requirements.minSalary must be a whole number
            /requirements/minSalary    | 1e400             | requirements.minSalary must be a whole number
            /people/hiringManagers     | ['a/../hunter2']  | people.hiringManagers is neither an e-mail address
            /people/hiringManagers     | {'a': 'hunter2'}  | people.hiringManagers is an object
            /people/idType             | 'hunter2'         | people.idType is none of the kinds
            /process/processType       | 3                 | process.processType must be a whole number from 1 to 2
            /process/processId         | '../hunter2'      | process.processId is not an ID
            /process/processId         | 7005000000000000001.5 | process.processId went through
            /placement/departmentId    | 'od 1'            | placement.departmentId is not an ID
            /placement/addressIds      | ['1', 'hunter2!'] | placement.addressIds is not an ID
            /requirements              | {'minSalary': 2, 'maxSalary': 1} | requirements.minSalary is more than
            /requirements/experience   | 9                 | requirements.experience must be a whole number from 1 to 8
            /requirements/degree       | 9                 | requirements.degree must be 1 to 8, or 20
            /further                   | 'hunter2'         | further must be a FEEL context
            /further                   | ['hunter2']       | further must be a FEEL context
            /further                   | {'title': 'hunter2'} | further.title has a field of its own
            /further                   | {'job_managers': {}} | further.job_managers has a field of its own
            """)
    void aValueThatCannotBeUsedIsRejectedAndNeverSent(String pointer, String value, String message) {
        assertThat(probe.rejection(EveryConnector.CREATE, with(pointer, value)))
                .startsWith(message)
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/position/title",
                "/position/code",
                "/position/headCount",
                "/position/expiresAt",
                "/position/timeZone",
                "/people/recruiter",
                "/people/hiringManagers",
                "/people/assistants",
                "/people/idType",
                "/process/processType",
                "/process/processId",
                "/process/jobFunctionId",
                "/placement/departmentId",
                "/placement/addressIds",
                "/requirements/minSalary",
                "/advertisement/description",
                "/advertisement/highlightIds",
                "/further"
            })
    void aTextOfAnyLengthIsRefusedWithoutBeingRepeated(String pointer) {
        for (var piece : List.of("7", "/", "a.", " x", "{{", "é", "\u3000x", "a@b,")) {
            var message = probe.rejection(EveryConnector.CREATE, with(pointer, "'" + piece.repeat(100_000) + "'"));

            assertThat(message).contains(pointer.substring(1).replace('/', '.')).hasSizeLessThan(1_000);
        }
    }

    @Test
    void nothingThatHoldsInputShowsItAsText() {
        var input = JobVariables.bind(with("/position/title", "'hunter2'"), CreateJobInput.class);

        assertThat(input.toString() + input.toRequest(FeishuClientSettings.DEFAULT, 1))
                .doesNotContain("hunter2", "ou_7010000000000000001", "od-10");
    }

    /** Each in the name of an app of its own, as Feishu limits how many jobs one may create in a second. */
    private static JsonNode body(ObjectNode input) {
        var app = "cli_" + UUID.randomUUID();
        probe.sandbox().registerApp(app, FeishuSandbox.DEFAULT_APP_SECRET);
        ((ObjectNode) input.get("authentication")).put("appId", app);
        probe.result(EveryConnector.CREATE, input);
        var request = probe.sandbox().requests().getLast();
        assertThat(request.endpoint()).isEqualTo(Endpoint.CREATE_JOB);
        try {
            return JSON.readTree(request.body());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private static ObjectNode with(String pointer, String value) {
        return probe.with(EveryConnector.CREATE, pointer, value);
    }
}
