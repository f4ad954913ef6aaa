package io.feishuhire.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a modeler or an operator reads exists in English and in Chinese, and both have the same parts. */
class LanguagesTest {

    /** Read by those who change the code. */
    private static final Set<String> IN_ENGLISH_ONLY = Set.of("architecture.md");

    private static final Pattern NUMBER = Pattern.compile("\\d{4,}");

    static Stream<Page> translated() {
        return Page.all().stream()
                .filter(page -> !page.isChinese())
                .filter(page -> Files.exists(Page.ROOT.resolve(page.inChinese())));
    }

    @Test
    void everyPageForUsersIsInBothLanguages() {
        assertThat(Page.all())
                .filteredOn(
                        page -> page.path().startsWith("docs") && !page.path().startsWith("docs/adr"))
                .filteredOn(page -> !page.isChinese())
                .filteredOn(page ->
                        !IN_ENGLISH_ONLY.contains(page.path().getFileName().toString()))
                .isNotEmpty()
                .allSatisfy(
                        page -> assertThat(Page.ROOT.resolve(page.inChinese())).exists());
    }

    @ParameterizedTest
    @MethodSource("translated")
    void bothHaveTheSameHeadings(Page page) {
        assertThat(Page.read(page.inChinese()).headingLevels()).isEqualTo(page.headingLevels());
    }

    /** The same rows, and in them the same names and numbers. */
    @ParameterizedTest
    @MethodSource("translated")
    void bothHaveTheSameTables(Page page) {
        assertThat(names(Page.read(page.inChinese()))).isEqualTo(names(page));
    }

    private static List<List<Set<String>>> names(Page page) {
        return page.tables().stream()
                .map(table -> table.stream().map(LanguagesTest::names).toList())
                .toList();
    }

    /** What is written as code, and the numbers. */
    private static Set<String> names(Node row) {
        return Stream.concat(
                        Page.descendants(row).filter(Code.class::isInstance).map(code -> ((Code) code).getLiteral()),
                        NUMBER.matcher(Page.plain(row)).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
