package io.feishuhire.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages call files, versions and variables is what these are called. */
class NamesTest {

    private static final Pattern OURS = Pattern.compile("\\bFEISHU_[A-Z_]*[A-Z]\\b");
    private static final Pattern FILE =
            Pattern.compile("`((?:[a-z][\\w-]*/)+[\\w.-]+\\.(?:json|bpmn|form|java|xml|yaml|js))`");
    private static final Pattern OUR_JAR = Pattern.compile("(feishu-[a-z-]+?)-(\\d[\\w.]*?)(?:-runnable)?\\.jar");
    private static final Pattern BUNDLE = Pattern.compile("connectors-bundle:([\\w.-]+)");

    static List<Page> pages() {
        return Page.all().stream()
                .filter(page -> !page.path().startsWith("docs/adr"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aVariableOfOursIsInTheCode(Page page) {
        assertThat(OURS.matcher(page.text()).results().map(MatchResult::group).distinct())
                .allSatisfy(name -> assertThat(code()).contains(name));
    }

    /** From the root, or from the folder of the page. */
    @ParameterizedTest
    @MethodSource("pages")
    void aFileIsThere(Page page) {
        assertThat(FILE.matcher(page.text()).results().map(found -> found.group(1)))
                .filteredOn(file -> !file.contains("target/") && !file.contains("my-"))
                .allSatisfy(file -> assertThat(Stream.of(
                                        Page.ROOT,
                                        Page.ROOT.resolve(page.path()).getParent())
                                .map(folder -> folder.resolve(file)))
                        .anyMatch(Files::exists));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aVersionIsTheOneThatIsBuilt(Page page) {
        assertThat(OUR_JAR.matcher(page.text()).results().map(found -> found.group(2)))
                .allSatisfy(version -> assertThat(version).isEqualTo(property("revision")));
        assertThat(BUNDLE.matcher(page.text()).results().map(found -> found.group(1)))
                .allSatisfy(version -> assertThat(version).isEqualTo(property("camunda-connectors.version")));
    }

    @Test
    void thereIsNoSnapshotToType() {
        assertThat(pages()).allSatisfy(page -> assertThat(page.text()).doesNotContain("SNAPSHOT"));
    }

    private static String property(String name) {
        var found = Pattern.compile("<" + name + ">([^<]+)</").matcher(read("pom.xml"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** All names in capitals of the program code, the errors of the catalogue with their prefix. */
    private static Set<String> code() {
        return Names.IN_CODE;
    }

    private static String read(String file) {
        try {
            return Files.readString(Page.ROOT.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Read once. */
    private static final class Names {
        private static final Pattern NAME = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");
        private static final Set<String> IN_CODE = Stream.concat(
                        Page.files(".java").filter(path -> path.toString().contains("src/main")),
                        Page.files("-starter.bpmn"))
                .flatMap(path -> NAME.matcher(read(path.toString())).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
