package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.error.ConnectorException;
import io.feishuhire.connector.feishu.InMemoryHttp.Reply;
import io.feishuhire.connector.mapping.FeishuAccess;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.JobVariables;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated successes of Feishu's, from a fixed seed, whose fields hold anything: whatever is read ends in a result
 * that a process can store, or in a failure that it can tell.
 */
class GeneratedAnswersTest {

    private static final int CASES = 2_000;

    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "zh_name",
            "en_name",
            "job_channel_id",
            "process_type_list",
            "type",
            "parent_id",
            "active_status",
            "city",
            "title",
            "code",
            "open_department_id",
            "i18n_name",
            "parent_department_id",
            "status",
            "job_id",
            "job_code",
            "job_active_status",
            "job_expire_time");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "1",
            "2",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999999999",
            "9223372036854775807",
            "1722441599999",
            "\"\"",
            "\" \"",
            "\"1\"",
            "\"4711\"",
            "\"1722441599999\"",
            "\"9223372036854775807\"",
            "\"-9223372036854775808\"",
            "\"1e400\"",
            "\"NaN\"",
            "\"../x\"",
            "\"名称\"",
            "\"\\ud83d\"",
            "\"\\u0000\"",
            "[]",
            "[1,\"2\",null]",
            "{}",
            "{\"zh_cn\":\"官网\",\"en_us\":\"Careers\"}",
            "{\"zh_cn\":null,\"en_us\":7}",
            "{\"name\":{\"zh_cn\":\"北京\"}}",
            "{\"is_deleted\":\"yes\"}");

    private static final String CAREERS = "{\"code\":0,\"data\":{\"items\":[{\"id\":\"1\",\"job_channel_id\":\"1\","
            + "\"name\":{\"zh_cn\":\"官网\",\"en_us\":\"Careers\"}}]}}";

    private final Random random = new Random(11);
    private final AtomicLong time = new AtomicLong();
    private int results;

    @AfterEach
    void thereWereResultsAndFailures() {
        assertThat(results).isBetween(CASES / 20, CASES - CASES / 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'referral'}",
                "{'type': 'website', 'jobChannelId': '1'}",
                "{'type': 'website-by-name', 'websiteName': 'careers'}",
                "{'type': 'id', 'id': '2'}"
            })
    void aCheckEndsInAResultOrInAFailureThatIsTold(String channel) {
        for (var i = 0; i < CASES; i++) {
            var variables = variables(EveryConnector.CHECK);
            JobVariables.replace(variables, "/channel", channel);
            variables.put("advertisementId", "4711").put("linkPattern", "https://example.com/{advertisementId}");
            if (random.nextBoolean()) {
                variables.put("jobId", "1");
            }

            assertEndsWell(EveryConnector.CHECK, variables);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channels",
                "job-processes",
                "job-types",
                "job-functions",
                "locations",
                "subjects",
                "departments",
                "jobs"
            })
    void aListEndsInAResultOrInAFailureThatIsTold(String of) {
        for (var i = 0; i < CASES; i++) {
            var variables = variables(EveryConnector.LIST_CHOICES);
            var language = List.of("en", "zh", "both").get(random.nextInt(3));
            JobVariables.replace(variables, "/list", "{'of': '%s', 'language': '%s'}".formatted(of, language));

            assertEndsWell(EveryConnector.LIST_CHOICES, variables);
        }
    }

    private void assertEndsWell(EveryConnector connector, ObjectNode variables) {
        var feishu = FeishuAccess.through(client());
        var thrown = catchThrowable(() -> {
            var result = JobVariables.ofResult(connector.execute(feishu, variables));
            assertThat(result.isObject()).isTrue();
            assertThat(result.findValuesAsText("label")).doesNotContain("");
            assertThat(result.findValuesAsText("value")).doesNotContain("");
            results++;
        });
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(ConnectorException.class).hasNoCause();
        }
    }

    private static ObjectNode variables(EveryConnector connector) {
        var variables = connector.variables("https://open.feishu.cn");
        return JobVariables.replace(variables, "/connection", "{}");
    }

    private FeishuClient client() {
        return new FeishuClient(
                FeishuClientSettings.DEFAULT,
                InMemoryHttp.answeredBy(this::answer),
                InstantSource.system(),
                // Time flies, so that no limit holds anything back.
                () -> time.addAndGet(Duration.ofMillis(50).toNanos()));
    }

    private Reply answer(HttpRequest request) {
        if (InMemoryHttp.isForToken(request)) {
            return Reply.json("{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":7200}");
        }
        var isForWebsites = request.uri().getPath().endsWith("/websites");
        return Reply.json(isForWebsites && random.nextBoolean() ? CAREERS : success());
    }

    private String success() {
        var code =
                random.nextInt(8) == 0 ? List.of(1002509, 1002502, 43010, 4711).get(random.nextInt(4)) : 0;
        var items = IntStream.range(0, random.nextInt(4)).mapToObj(i -> entry()).collect(Collectors.joining(","));
        return "{\"code\":" + code + ",\"data\":"
                + (random.nextInt(10) == 0
                        ? value()
                        : "{\"job_post\":" + entry()
                                + ",\"items\":" + (random.nextInt(10) == 0 ? value() : "[" + items + "]")
                                + ",\"has_more\":" + (random.nextInt(3) == 0 ? value() : "false")
                                + ",\"page_token\":" + value() + "}")
                + "}";
    }

    private String entry() {
        if (random.nextInt(10) == 0) {
            return value();
        }
        return FIELDS.stream()
                .filter(field -> random.nextInt(4) > 0)
                .map(field -> "\"" + field + "\":" + valueOf(field))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** An answer without the right id is refused at once, so often enough it is right. */
    private String valueOf(String field) {
        return field.equals("id") && random.nextBoolean() ? "\"4711\"" : value();
    }

    private String value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
