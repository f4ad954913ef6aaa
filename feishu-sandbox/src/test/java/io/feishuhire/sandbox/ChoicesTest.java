package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoicesTest {

    private static final String HIRE = "/open-apis/hire/v1";

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void processesHaveFlatNamesATypeAndStages() {
        var items = items("/job_processes");

        assertThat(items.findValuesAsText("zh_name")).contains("社招标准流程", "校招标准流程");
        assertThat(items.get(0).path("en_name").textValue()).isEqualTo("Experienced hire");
        assertThat(items.get(0).path("type").intValue()).isEqualTo(1);
        assertThat(items.get(1).path("type").intValue()).isEqualTo(2);
        assertThat(items.get(0).path("stage_list"))
                .hasSize(3)
                .allSatisfy(stage -> assertThat(stage.fieldNames())
                        .toIterable()
                        .containsExactlyInAnyOrder("id", "zh_name", "en_name", "type"));
        assertThat(items.get(0).has("name")).isFalse();
    }

    @Test
    void typesAreATreeOfTwoLevels() {
        var items = items("/job_types");

        assertThat(items.findValuesAsText("parent_id")).contains("0", "7006000000000000001");
        assertThat(items.get(1))
                .isEqualTo(Caller.parse("{\"id\":\"7006000000000000002\",\"parent_id\":\"7006000000000000001\","
                        + "\"name\":{\"zh_cn\":\"后端开发\",\"en_us\":\"Backend\"}}"));
    }

    @Test
    void oneOfTheFunctionsIsNotActive() {
        assertThat(items("/job_functions").findValuesAsText("active_status")).containsExactly("1", "1", "1", "2");
    }

    @Test
    void locationsAreListedByTheirUsage() {
        var items = items("/locations?usage=position_location");

        assertThat(items).hasSize(3);
        assertThat(items.get(0).at("/city/name/zh_cn").textValue()).isEqualTo("北京");
        assertThat(items.findValuesAsText("active_status")).containsExactly("1", "1", "2");
        assertThat(items.get(1).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "name", "district", "city", "state", "country", "active_status");
        assertThat(items("/locations?usage=interview_location")).hasSize(1);
        assertThat(items("/locations?usage=store_location")).isEmpty();
        assertThat(outcome(caller.get(token, HIRE + "/locations"))).isEqualTo("400 1002002");
        assertThat(outcome(caller.get(token, HIRE + "/locations?usage=home"))).isEqualTo("400 1002002");
    }

    @Test
    void ofTheSubjectsAPageHasOneUnlessMoreAreAskedFor() {
        assertThat(items("/subjects")).hasSize(1);

        var items = items("/subjects?page_size=200");

        assertThat(items.findValuesAsText("active_status")).containsExactly("1", "2");
        assertThat(items.get(0).path("create_time").textValue()).matches("[0-9]{13}");
        assertThat(items.get(0).at("/creator/name/zh_cn").textValue()).isEqualTo("李雪");
    }

    @ParameterizedTest
    @CsvSource({
        "JOB_PROCESSES, /job_processes?page_size=100",
        "JOB_TYPES, /job_types?page_size=100",
        "JOB_FUNCTIONS, /job_functions?page_size=50",
        "LOCATIONS, /locations?usage=position_location&page_size=100",
        "SUBJECTS, /subjects?page_size=200"
    })
    void entriesAreAddedReplacedAndRemoved(Catalogue list, String path) {
        sandbox.clear(list);
        sandbox.add(list, "1", "一", "One", "0", true);
        sandbox.add(list, "2", null, "Two", "1", false);
        sandbox.add(list, "1", "壹", "", null, true);

        var items = items(path);

        assertThat(items.findValuesAsText("id")).contains("1", "2");
        assertThat(items.toString()).contains("\"壹\"", "\"Two\"").doesNotContain("\"一\"", "\"One\"");
        assertThat(items.get(0).has("parent_id")).isFalse();
        assertThatThrownBy(() -> sandbox.add(list, " ", "", "", null, true))
                .isInstanceOf(IllegalArgumentException.class);

        var name = list.lowerCaseName();
        caller.send("DELETE", "/sandbox/choices/" + name, "");
        var choice = "{\"zhName\":\"三\",\"enName\":\"\",\"parentId\":\"0\",\"active\":false}";
        assertThat(caller.send("PUT", "/sandbox/choices/" + name + "/3", choice).statusCode())
                .isEqualTo(200);
        assertThat(items(path).toString()).contains("\"三\"").doesNotContain("Two");
    }

    @Test
    void onlyTheListsThatThereAreCanBeChanged() {
        var reply = caller.send("PUT", "/sandbox/choices/colours/1", "{}");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).path("error").textValue()).contains("job-types", "departments");
    }

    private JsonNode items(String path) {
        return json(caller.get(token, HIRE + path)).at("/data/items");
    }
}
