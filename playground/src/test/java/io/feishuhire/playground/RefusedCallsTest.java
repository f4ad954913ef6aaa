package io.feishuhire.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server explains a call that it refuses in a sentence, in both languages. */
@Execution(ExecutionMode.SAME_THREAD) // All of it has one Feishu, which the tests change.
class RefusedCallsTest {

    private static final String APPROVAL = "publish-with-approval";
    private static final String ADVERTISEMENT = "7004000000000000001";

    @AutoClose
    private static final RunningPlayground RUNNING = RunningPlayground.ofExamples();

    private final PageClient page = RUNNING.page();

    @BeforeEach
    void asAtTheStart() {
        page.done("DELETE", "/api/feishu", null);
    }

    @Test
    void aTaskThatIsDoneIsToldInBothLanguages() {
        var instance = page.start(APPROVAL, "{}");
        try (var events = page.events(null)) {
            var task = events.awaitTask(instance, "request-publication");
            page.done("POST", "/api/instances/" + instance + "/cancellation", null);
            events.await(
                    "tasks",
                    all -> all.valueStream()
                            .noneMatch(open -> open.path("key").asText().equals(task)));

            for (var answer : new String[] {
                page.call("GET", "/api/tasks/" + task, null).body(),
                page.call("POST", "/api/tasks/" + task + "/completion", "{}").body()
            }) {
                assertThat(PageClient.json(answer).at("/problem/en").asText()).contains("no longer open");
                assertThat(PageClient.json(answer).at("/problem/zh").asText()).contains("已完成");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /api/processes/none/instances     | {}                       | 404
            GET    | /api/tasks/1                      |                          | 404
            POST   | /api/instances/1/cancellation     |                          | 409
            POST   | /api/incidents/1/resolution       | {}                       | 404
            POST   | /api/jobs/1/completion            | {}                       | 404
            POST   | /api/time                         | {"by":"-PT1H"}           | 400
            POST   | /api/time                         | {"by":"P9999D"}          | 400
            POST   | /api/time                         | {"by":"tomorrow"}        | 400
            POST   | /api/time                         | {}                       | 400
            POST   | /api/processes/none/instances     | []                       | 400
            PUT    | /api/feishu/limit                 | {"perSecond":-1}         | 400
            PUT    | /api/feishu/limit                 | {"perSecond":1001}       | 400
            PUT    | /api/feishu/scopes/hire:other     | {"granted":true}         | 404
            PUT    | /api/feishu/advertisements/abc    | {"state":"closed"}       | 400
            PUT    | /api/feishu/advertisements/1      | {"state":"gone"}         | 400
            PUT    | /api/feishu/advertisements/1      | {}                       | 400
            POST   | /api/bulk                         | {"count":0}              | 400
            POST   | /api/bulk                         | {"count":1001}           | 400
            POST   | /api/messages                     | no JSON                  | 400
            POST   | /api/messages                     | {}                       | 400
            POST   | /api/signals                      | {"name":" "}             | 400
            POST   | /api/messages                     | {"name":"for nobody"}    | 404
            POST   | /api/signals                      | {"name":"for nobody"}    | 404
            POST   | /api/jobs/x/failure               | {}                       | 400
            GET    | /api/tasks/x                      |                          | 400
            PUT    | /api/feishu/api-sync              | {}                       | 400
            PUT    | /api/feishu/down                  | {"enabled":null}         | 400
            PUT    | /api/feishu/limit                 | {}                       | 400
            PUT    | /api/feishu/limit                 | {"perSecond":2.9}        | 400
            PUT    | /api/feishu/limit                 | {"perSecond":""}         | 400
            PUT    | /api/feishu/scopes/hire:job       | {}                       | 400
            POST   | /api/processes/publish-minimal/instances | {"variables":{"a":[{"b":99999999999999999999}]}} | 400
            """)
    void whatCannotBeDoneIsToldInASentence(String method, String path, String body, int status) {
        var response = page.call(method, path, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        var problem = PageClient.json(response.body()).path("problem");
        assertThat(problem.path("en").asText()).isNotBlank().doesNotContain("Exception", "null");
        assertThat(problem.path("zh").asText()).isNotBlank();
    }

    @Test
    void aJobOfAConnectorIsLeftToTheConnector() {
        page.done("PUT", "/api/feishu/down", "{\"enabled\":true}");
        var instance = page.start("publish-minimal", "{\"advertisementId\":\"" + ADVERTISEMENT + "\"}");
        try (var events = page.events(instance)) {
            var job = events.await("instance", seen -> !seen.path("jobs").isEmpty())
                    .at("/jobs/0/key")
                    .asText();
            for (var call : new String[] {"completion", "failure", "error"}) {
                var response = page.call("POST", "/api/jobs/" + job + "/" + call, "{\"code\":\"X\"}");
                assertThat(response.statusCode()).as(call).isEqualTo(400);
            }
            page.done("POST", "/api/instances/" + instance + "/cancellation", null);
        }
    }
}
