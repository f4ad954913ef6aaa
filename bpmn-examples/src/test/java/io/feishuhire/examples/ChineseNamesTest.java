package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Chinese names of what the examples name in English, which the playground shows on its Chinese page. */
class ChineseNamesTest {

    private static final Path FILE = Path.of("names.zh-CN.json");

    /** In both languages, in the Markdown of a form's first text. */
    private static final Pattern HEADING = Pattern.compile("\"#+ ([^\"\\\\/]+) / ([^\"\\\\]+)");

    @Test
    void eachNameInADiagramHasAChineseOneAndNoOtherDoes() throws IOException {
        var drawn = Arrays.stream(Example.values())
                .flatMap(ChineseNamesTest::names)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(chineseNames().keySet()).containsExactlyElementsOf(drawn);
    }

    @Test
    void theyAreChinese() throws IOException {
        assertThat(chineseNames().values()).allMatch(name -> name.matches(".*\\p{IsHan}.*"));
    }

    /** On the page, the name of a task stands above the heading of its form. */
    @Test
    void aTaskIsCalledAsItsFormIs() throws IOException {
        var names = chineseNames();
        var called = new TreeMap<String, String>();
        try (var forms = Files.newDirectoryStream(Path.of("forms"), "*.form")) {
            for (var form : forms) {
                var heading = HEADING.matcher(Files.readString(form));
                if (heading.find() && names.containsKey(heading.group(1))) {
                    called.put(heading.group(1), heading.group(2));
                }
            }
        }

        assertThat(called).isNotEmpty();
        assertThat(names).containsAllEntriesOf(called);
    }

    private static Map<String, String> chineseNames() throws IOException {
        return new ObjectMapper().readValue(FILE.toFile(), new TypeReference<>() {});
    }

    private static Stream<String> names(Example example) {
        var model = Bpmn.readModelFromStream(
                ChineseNamesTest.class.getClassLoader().getResourceAsStream(example.processId() + ".bpmn"));
        return Stream.concat(
                        model.getModelElementsByType(Process.class).stream().map(Process::getName),
                        model.getModelElementsByType(FlowElement.class).stream().map(FlowElement::getName))
                .filter(Objects::nonNull);
    }
}
