package io.feishuhire.connector.runtime;

import static io.feishuhire.connector.testing.EveryConnector.LIST_CHOICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.feishuhire.connector.feishu.Advice;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Catalogue;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process sees of a list of choices. */
@ExtendWith(StockRuntime.class)
class ListChoicesInRuntimeTest {

    @AutoClose
    private final RuntimeProbe probe = RuntimeProbe.start();

    @ParameterizedTest
    @CsvSource({
        "channels, 4, hire:site:readonly",
        "job-processes, 2, hire:job_process:readonly",
        "job-types, 7, hire:job:readonly",
        "job-functions, 3, hire:job:readonly",
        "locations, 2, hire:location:readonly",
        "subjects, 1, hire:subject:readonly",
        "departments, 7, contact:contact.base:readonly",
        "jobs, 3, hire:job:readonly"
    })
    void everyListIsAResultAndWithoutItsPermissionABpmnErrorThatNamesIt(
            String of, int count, String scope, EmbeddedEngine engine) {
        probe.sandbox().revokeScope(probe.appId(), scope);

        var denied = probe.run(engine, LIST_CHOICES, Map.of("listOf", of));

        assertThat(denied.completedElements()).endsWith("FEISHU_PERMISSION_DENIED");
        assertThat(RuntimeProbe.feishuError(denied).get("scopes"))
                .asInstanceOf(LIST)
                .contains(scope);
        assertThat(Retries.burnt(denied)).isEmpty();

        probe.sandbox().grantScope(probe.appId(), scope);
        var choices = list(engine, Map.of("listOf", of));

        assertThat(choices).containsOnlyKeys("items", "count").containsEntry("count", count);
        assertThat(items(choices))
                .hasSize(count)
                .allSatisfy(
                        item -> assertThat(item).containsKeys("label", "value").doesNotContainValue(null));
    }

    @Test
    void aFormGetsLabelsInItsLanguageAndValuesForTheNextTask(EmbeddedEngine engine) {
        var choices = list(engine, Map.of("listOf", "channels", "language", "en", "filter", "careers"));

        assertThat(items(choices))
                .containsExactly(Map.of(
                        "label",
                        "Careers",
                        "value",
                        "7002000000000000001",
                        "websiteId",
                        "7001000000000000001",
                        "processTypes",
                        List.of(1)));
    }

    @Test
    void aListWithoutEntriesIsAnEmptyResultAndNoFailure(EmbeddedEngine engine) {
        probe.sandbox().clear(Catalogue.SUBJECTS);

        assertThat(list(engine, Map.of("listOf", "subjects")))
                .containsEntry("count", 0)
                .containsEntry("items", List.of());
    }

    @Test
    void aListThatIsTooLongToChooseFromIsABpmnErrorThatAFilterMends(EmbeddedEngine engine) {
        IntStream.range(0, 501)
                .forEach(i -> probe.sandbox().add(Catalogue.JOB_TYPES, "8" + i, "岗位 " + i, "Type " + i, null, true));

        var history = probe.run(engine, LIST_CHOICES, Map.of());

        probe.assertEndsWith(
                history,
                FeishuError.INVALID_PARAMETER,
                null,
                null,
                new Advice(
                        "More than 500 entries are in the list, too many to choose from. Choose a filter (list.filter): a part of"
                                + " the name. Correct that and load the list again.",
                        "列表超过 500 项，无法逐一选择。请填写筛选文字（list.filter），即名称中包含的文字。请更正后重新加载选项。"));
        assertThat(list(engine, Map.of("filter", "type 50"))).containsEntry("count", 2);
    }

    @Test
    void aDepartmentOutsideTheAppsDataRangeIsABpmnErrorThatSaysSo(EmbeddedEngine engine) {
        probe.sandbox().departmentOutOfRange("od-10");

        var history = probe.run(engine, LIST_CHOICES, Map.of("listOf", "departments", "root", "od-10"));

        assertThat(history.completedElements()).endsWith("FEISHU_PERMISSION_DENIED");
        assertThat(RuntimeProbe.feishuError(history).get("message")).asString().contains("通讯录权限范围");
    }

    @Test
    void aDepartmentWithTooManyBelowItIsABpmnErrorThatNamesTheField(EmbeddedEngine engine) {
        probe.sandbox().always(Endpoint.DEPARTMENTS, Reply.error(400, 43010, "too many"));

        var history = probe.run(engine, LIST_CHOICES, Map.of("listOf", "departments"));

        probe.assertEndsWith(
                history,
                FeishuError.INVALID_PARAMETER,
                null,
                null,
                new Advice(
                        "The department (list.root) has more sub-departments than Feishu lists at once. Choose one further down."
                                + " Correct that and load the list again.",
                        "该部门（list.root）的下级部门过多，飞书无法一次列出，请选择更下级的部门。请更正后重新加载选项。"));
    }

    private Map<String, Object> list(EmbeddedEngine engine, Map<String, Object> variables) {
        return probe.result(engine, LIST_CHOICES, "choices", variables);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> choices) {
        return (List<Map<String, Object>>) choices.get("items");
    }
}
