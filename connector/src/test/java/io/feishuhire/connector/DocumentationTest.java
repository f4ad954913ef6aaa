package io.feishuhire.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.feishuhire.connector.check.AdvertisementStatusResult;
import io.feishuhire.connector.check.CheckAdvertisementFunction;
import io.feishuhire.connector.choices.ChoicesResult;
import io.feishuhire.connector.choices.ListChoicesFunction;
import io.feishuhire.connector.create.CreatedJobResult;
import io.feishuhire.connector.feishu.AdvertisementStatus.Reason;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.lookup.JobResult;
import io.feishuhire.connector.lookup.LookUpJobFunction;
import io.feishuhire.connector.mapping.BpmnErrors;
import io.feishuhire.connector.openclose.JobStatusResult;
import io.feishuhire.connector.openclose.OpenOrCloseJobFunction;
import io.feishuhire.connector.publish.Publication;
import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages tell of the connectors is what the code has. */
class DocumentationTest {

    private static final Pattern PERMISSION = Pattern.compile("\\b(hire|contact):[a-z_.:]*[a-z]");
    private static final Pattern CODE_OR_RANGE = Pattern.compile("\\b(\\d{4,8})\\b(?: (?:to|至) (\\d{4,8})\\b)?");

    @ParameterizedTest
    @ValueSource(strings = {"../docs/errors.md", "../docs/errors.zh-CN.md"})
    void listsEveryBpmnErrorCodeWithAllOfFeishusCodes(Path page) throws IOException {
        for (var error : FeishuError.values()) {
            var rows = rowsOf(page, BpmnErrors.code(error));
            assertThat(rows)
                    .as("rows of %s in %s", BpmnErrors.code(error), page)
                    .hasSize(1);
            var listed = codesIn(rows.getFirst());
            assertThat(error.codes().boxed())
                    .filteredOn(code -> !listed.contains(code))
                    .as("codes that the row %s of %s lacks", BpmnErrors.code(error), page)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../docs/operating.md", "../docs/operating.zh-CN.md"})
    void namesTheEnvironmentVariablesOfAnOperator(Path page) throws IOException {
        assertThat(rowsOf(page, FeishuClientSettings.PUBLISHES_PER_SECOND)).isNotEmpty();
        assertThat(rowsOf(page, FeishuClientSettings.BASE_URL)).isNotEmpty();
        assertThat(rowsOf(page, FeishuClientSettings.ALLOWED_HOSTS)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../docs/connectors/check-job-advertisement.md",
                "../docs/connectors/check-job-advertisement.zh-CN.md"
            })
    void explainsEveryReasonOfAStatus(Path page) throws IOException {
        var lines = Files.readAllLines(page);
        for (var reason : Reason.values()) {
            assertThat(lines)
                    .as(reason.name())
                    .filteredOn(line -> line.startsWith("| `" + reason.state() + "` | `" + reason + "` | "))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".md", ".zh-CN.md"})
    void namesEveryFieldOfEveryResult(String language) {
        Map.of(
                        "publish-job-advertisement", Publication.class,
                        "check-job-advertisement", AdvertisementStatusResult.class,
                        "list-choices", ChoicesResult.class,
                        "create-job", CreatedJobResult.class,
                        "look-up-job", JobResult.class,
                        "open-or-close-job", JobStatusResult.class)
                .forEach((page, result) -> assertThat(Path.of("../docs/connectors", page + language))
                        .content()
                        .satisfies(text -> assertThat(result.getRecordComponents())
                                .extracting(RecordComponent::getName)
                                .allSatisfy(field -> assertThat(text).containsPattern("[`\"]" + field + "[`\"]"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../docs/permissions.md", "../docs/permissions.zh-CN.md"})
    void namesEveryPermissionThatATemplateAsksFor(Path page) throws IOException {
        var text = Files.readString(page);
        for (var function : List.of(
                PublishAdvertisementFunction.class,
                CheckAdvertisementFunction.class,
                ListChoicesFunction.class,
                LookUpJobFunction.class,
                OpenOrCloseJobFunction.class)) {
            var description = function.getAnnotation(ElementTemplate.class).description();
            assertThat(PERMISSION.matcher(description).results().map(MatchResult::group))
                    .isNotEmpty()
                    .allSatisfy(permission -> assertThat(text).contains("`" + permission + "`"));
        }
    }

    /** The numbers in a row; "99992351 to 99992381" stands for all of them. */
    private static Set<Integer> codesIn(String row) {
        return CODE_OR_RANGE
                .matcher(row)
                .results()
                .flatMapToInt(found -> {
                    var first = Integer.parseInt(found.group(1));
                    return IntStream.rangeClosed(
                            first, found.group(2) == null ? first : Integer.parseInt(found.group(2)));
                })
                .boxed()
                .collect(Collectors.toSet());
    }

    private static List<String> rowsOf(Path page, String firstCell) throws IOException {
        try (var lines = Files.lines(page)) {
            return lines.filter(line -> line.startsWith("| `" + firstCell + "` |"))
                    .toList();
        }
    }
}
