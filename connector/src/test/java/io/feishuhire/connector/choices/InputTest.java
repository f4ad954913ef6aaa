package io.feishuhire.connector.choices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.InputProbe;
import io.feishuhire.connector.testing.JobVariables;
import io.feishuhire.sandbox.FeishuSandbox;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list may be asked for, what is rejected, and the shape of the choices. */
@Execution(ExecutionMode.SAME_THREAD)
class InputTest {

    private static InputProbe probe;

    @BeforeAll
    static void start() {
        probe = InputProbe.start();
    }

    @AfterAll
    static void stop() {
        probe.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            channels      | 内推平台 (Referral platform)                                      | 3
            job-processes | 社招标准流程 (Experienced hire)                                   | 7005000000000000001
            job-types     | 技术 (Technology)                                                 | 7006000000000000001
            job-functions | 研发 (Research and development)                                   | 7007000000000000001
            locations     | 北京 / 海淀区知春路 1 号 (Beijing / 1 Zhichun Road)               | 7008000000000000001
            subjects      | 2027 届秋季校园招聘 (Autumn campus 2027)                          | 7009000000000000001
            departments   | 研发中心 (Research and development)                               | od-10
            jobs          | 后端开发工程师 (BE-001)                                           | 7003000000000000001
            """)
    void everyListHasItsName(String of, String label, String value) {
        var choices = list(with("/list/of", "'" + of + "'"));

        assertThat(choices.path("items").path(0).path("label").textValue()).isEqualTo(label);
        assertThat(choices.path("items").path(0).path("value").textValue()).isEqualTo(value);
        assertThat(choices.path("count").intValue())
                .isEqualTo(choices.path("items").size());
    }

    @ParameterizedTest
    @CsvSource({
        "'en', Referral platform",
        "'zh', 内推平台",
        "both, 内推平台 (Referral platform)",
        "'', 内推平台 (Referral platform)",
        "null, 内推平台 (Referral platform)"
    })
    void theLabelsAreInTheLanguageThatWasChosen(String language, String label) {
        var list =
                "{'of': 'channels', 'language': %s}".formatted(language.equals("null") ? "null" : "'" + language + "'");

        assertThat(list(with("/list", list)).path("items").path(0).path("label").textValue())
                .isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"'careers', 1", "' CAREERS ', 1", "官网, 3", "'', 4", "没有, 0"})
    void aFilterKeepsTheNamesThatHaveItInThem(String filter, int count) {
        var list = "{'of': 'channels', 'filter': '%s'}".formatted(filter);

        assertThat(list(with("/list", list)).path("count").intValue()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"''", "null", "'0'", "0", "' 0 '"})
    void withoutARootItIsTheWholeCompany(String root) {
        var json = root.matches("null|0") ? root : "'" + root.replace("'", "") + "'";

        assertThat(bind(with("/list", "{'of': 'departments', 'root': %s}".formatted(json)))
                        .toRequest(FeishuClientSettings.DEFAULT)
                        .root())
                .isEqualTo("0");
    }

    @Test
    void aRootLimitsTheListToWhatIsBelow() {
        var choices = list(with("/list", "{'of': 'departments', 'root': 'od-30', 'language': 'zh'}"));

        assertThat(choices.path("items").findValuesAsText("label")).containsExactly("招聘组");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'hunter2'", "'Channels'", "'job_types'", "''", "null", "7", "true", "['jobs']", "{}"})
    void aListThatThereIsNotIsRejected(String of) {
        assertThat(rejection("/list/of", of))
                .startsWith("list.of is none of the lists that the element template offers.")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'text'", "7", "[]", "null"})
    void aListOfAnotherFormIsRejected(String list) {
        assertThat(rejection("/list", list)).startsWith("list.of is none of the lists");
    }

    @Test
    void aMissingListIsRejected() {
        var input = probe.input(EveryConnector.LIST_CHOICES);
        input.remove("list");

        assertThat(probe.rejection(EveryConnector.LIST_CHOICES, input)).startsWith("list.of is none of the lists");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'de'      | list.language is none of en, zh and both.
            'hunter2' | list.language is none of en, zh and both.
            7         | list.language is none of en, zh and both.
            ['en']    | list.language is a list or an object
            {}        | list.language is a list or an object
            """)
    void aLanguageThatThereIsNotIsRejected(String json, String message) {
        assertThat(rejection("/list/language", json)).startsWith(message).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"['hunter2']", "{'name': 'hunter2'}"})
    void aFilterThatIsNoTextIsRejectedAndNotLeftOut(String json) {
        assertThat(rejection("/list/filter", json))
                .startsWith("list.filter is a list or an object")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'od/../hunter2' | list.root is no department ID
            '..'            | list.root is no department ID
            'od%2e'         | list.root is no department ID
            'od 1'          | list.root is no department ID
            'od-1?x=1'      | list.root is no department ID
            '研发中心'      | list.root is no department ID
            1.5             | list.root is no department ID
            1e3             | list.root is no department ID
            ['od-10']       | list.root is a list or an object
            {'id': 'od-10'} | list.root is a list or an object
            """)
    void aRootThatIsNoDepartmentIdIsRejectedAndNeverSent(String json, String message) {
        assertThat(rejection("/list", "{'of': 'departments', 'root': %s}".formatted(json)))
                .startsWith(message)
                .doesNotContain("hunter2", "od-1?", "研发中心");
    }

    @ParameterizedTest
    @ValueSource(strings = {"of", "language", "filter", "root"})
    void aTextOfAnyLengthIsRefusedWithoutBeingRepeated(String field) {
        for (var piece : List.of("7", "/", "a.", " x", "{{", "é", "\u3000x")) {
            var list = field.equals("of") ? "{'of': '%s'}" : "{'of': 'departments', '" + field + "': '%s'}";
            var message = rejection("/list", list.formatted(piece.repeat(100_000)));

            assertThat(message).startsWith("list." + field + " ").hasSizeLessThan(1_000);
        }
    }

    @Test
    void nothingThatHoldsInputShowsItAsText() {
        var input = bind(with("/list", "{'of': 'departments', 'filter': 'hunter2', 'root': 'od-4711'}"));

        assertThat(input.toString() + input.toRequest(FeishuClientSettings.DEFAULT))
                .doesNotContain(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET, "hunter2", "od-4711");
    }

    private static JsonNode list(JsonNode input) {
        return probe.result(EveryConnector.LIST_CHOICES, input);
    }

    private static String rejection(String pointer, String json) {
        return probe.rejection(EveryConnector.LIST_CHOICES, with(pointer, json));
    }

    private static ListChoicesInput bind(JsonNode input) {
        return JobVariables.bind(input, ListChoicesInput.class);
    }

    private static ObjectNode with(String pointer, String value) {
        return probe.with(EveryConnector.LIST_CHOICES, pointer, value);
    }
}
