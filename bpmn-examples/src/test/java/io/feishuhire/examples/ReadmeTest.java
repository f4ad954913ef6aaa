package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers are told that an example takes is what it takes: {@link Leftovers} are of all other names. */
class ReadmeTest {

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @ParameterizedTest
    @EnumSource
    void theInputsOfAnExampleAreDocumentedInBothLanguages(Example example) throws IOException {
        assertInputs(example, "README.md", "Variables: (.*?) in;");
        assertInputs(example, "README.zh-CN.md", "输入变量：(.*?)；输出变量");
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
