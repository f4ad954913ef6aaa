package io.feishuhire.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.AppPermission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documentation's table of permissions, in both languages, and the doctor say the same. */
class PermissionTableTest {

    private static final Pattern SCOPE = Pattern.compile("`((?:hire|contact):[^`]+)`");
    private static final Pattern AND_THOSE_OF_CHECK = Pattern.compile("and those of Check|另需查询所需的权限");

    @ParameterizedTest
    @EnumSource(Language.class)
    void theTablesRowsAreTheDoctors(Language language) {
        var rows = rows(language);

        assertThat(rows.keySet())
                .containsExactlyElementsOf(Stream.of(ConnectorUse.values())
                        .map(use -> use.label().in(language))
                        .toList());
        for (var use : ConnectorUse.values()) {
            assertThat(scopes(use.needs())).as(use.key()).isEqualTo(permissions(use, rows, language));
            use.less()
                    .ifPresent(less -> assertThat(String.join(" ", row(use, rows, language)))
                            .contains(scopes(less.needs())));
        }
    }

    /**
     * What its row names; beside that what the first row of the connector names, and where it says so those of Check.
     */
    private static Set<String> permissions(ConnectorUse use, Map<String, List<String>> rows, Language language) {
        var named = new HashSet<>(scopesIn(row(use, rows, language)));
        if (use.key().startsWith("publish:")) {
            named.addAll(scopesIn(row(ConnectorUse.PUBLISH_AT_ALL, rows, language)));
        }
        if (use.key().startsWith("create:")) {
            named.addAll(scopesIn(row(ConnectorUse.CREATE_JOB, rows, language)));
        }
        if (AND_THOSE_OF_CHECK.matcher(row(use, rows, language).getFirst()).find()) {
            ConnectorUse.named("check").forEach(check -> named.addAll(scopesIn(row(check, rows, language))));
        }
        return named;
    }

    private static List<String> row(ConnectorUse use, Map<String, List<String>> rows, Language language) {
        return rows.get(use.label().in(language));
    }

    private static Set<String> scopes(List<AppPermission> permissions) {
        return permissions.stream().map(AppPermission::scope).collect(Collectors.toSet());
    }

    /** Those in the two columns of permissions. */
    private static Set<String> scopesIn(List<String> row) {
        return SCOPE.matcher(row.get(0) + row.get(1))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** The table stands in the README, or in a page of {@code docs}. */
    private static Map<String, List<String>> rows(Language language) {
        var head = language == Language.EN ? "| what you use | permission of Feishu Hire |" : "| 用途 | 飞书招聘权限 |";
        var lines = pages().map(PermissionTableTest::lines)
                .filter(page -> page.stream().anyMatch(line -> line.startsWith(head)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No page has the table " + head));
        return lines.stream()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> List.of(line.split("\\|", -1)))
                .collect(Collectors.toMap(
                        cells -> cells.get(1).strip().replace("`", ""),
                        cells -> cells.subList(2, cells.size()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Stream<Path> pages() {
        try (var docs = Files.walk(Path.of("../docs"))) {
            return Stream.concat(
                    Stream.of(Path.of("../README.md"), Path.of("../README.zh-CN.md")),
                    docs.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
