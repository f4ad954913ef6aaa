package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README names the variables that an example takes, and no others: {@link Leftovers} are of all other names. */
class ReadmeTest {

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @ParameterizedTest
    @EnumSource
    void theInputsOfAnExampleAreDocumentedInBothLanguages(Example example) throws IOException {
        assertInputs(example, "README.md", "Variables: (.*?) in;");
        assertInputs(example, "README.zh-CN.md", "输入变量：(.*?)；输出变量");
    }

    /** Called with all variables passed up, an example takes the place of the caller's variables of these names. */
    @ParameterizedTest
    @EnumSource
    void whatAnExampleWritesIsDocumentedInBothLanguages(Example example) throws IOException {
        for (var readme : List.of("README.md", "README.zh-CN.md")) {
            var section = Pattern.compile(
                            "^## " + example.processId() + "$(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL)
                    .matcher(Files.readString(Path.of(readme)));
            assertThat(section.find()).isTrue();
            assertThat(NAME.matcher(section.group(1)).results().map(found -> found.group(1)))
                    .as(readme + " on " + example)
                    .containsAll(written(example));
        }
    }

    /** What leaves the flow elements of the process itself, and not only those of a sub-process. */
    private static Set<String> written(Example example) {
        var model = Bpmn.readModelFromStream(
                ReadmeTest.class.getClassLoader().getResourceAsStream(example.processId() + ".bpmn"));
        var process = model.getModelElementsByType(Process.class).iterator().next();
        return process.getFlowElements().stream()
                .map(FlowElement::getExtensionElements)
                .filter(Objects::nonNull)
                .flatMap(extensions -> extensions.getElementsQuery().list().stream())
                .filter(ZeebeIoMapping.class::isInstance)
                .flatMap(mapping -> ((ZeebeIoMapping) mapping).getOutputs().stream())
                .map(ZeebeOutput::getTarget)
                .collect(Collectors.toSet());
    }

    private static void assertInputs(Example example, String readme, String sentence) throws IOException {
        var text = Files.readString(Path.of(readme));
        var section = Pattern.compile(
                        "^## " + example.processId() + "$.*?" + sentence, Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text);
        assertThat(section.find()).as(readme + " on " + example).isTrue();
        assertThat(NAME.matcher(section.group(1))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()))
                .as(readme + " on " + example)
                .isEqualTo(example.inputs());
    }
}
