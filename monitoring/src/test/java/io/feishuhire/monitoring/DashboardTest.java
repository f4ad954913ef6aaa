package io.feishuhire.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.monitoring.Queries.Query;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboard and alert rules name meters, labels and values that a stock runtime has. */
@ExtendWith(OneRuntime.class)
class DashboardTest {

    private static final Pattern METER = Pattern.compile("\\b((?:feishu|camunda)_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|!=|=)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern WORD = Pattern.compile("\\b[a-z_]\\w*\\b");

    /** What Prometheus itself adds to a sample. */
    private static final Set<String> OF_THE_SERVER = Set.of("instance", "job");

    private static final Set<String> FUNCTIONS =
            Set.of("sum", "by", "rate", "increase", "histogram_quantile", "or", "unless", "offset", "m", "h");

    /** Outcomes that the jobs of this runtime did not have: it has no defect, and Feishu let its app work. */
    private static final Set<String> NOT_TRIED = Set.of("defect", "permanent");

    static List<Query> queries() {
        return Queries.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void eachQueryNamesMetersAndLabelsThatTheRuntimeHas(Query query, MonitoredRuntime runtime) {
        var scrape = runtime.scrape();
        var meters = METER.matcher(query.text()).results().toList();

        assertThat(meters).isNotEmpty();
        assertThat(meters).allSatisfy(meter -> {
            assertThat(scrape.of(meter.group(1))).as(meter.group(1)).isNotEmpty();
            if (meter.group(2) != null) {
                assertThat(MATCHER.matcher(meter.group(2)).results())
                        .allSatisfy(matcher -> assertMatches(scrape, meter.group(1), matcher));
            }
        });
        var labels = new HashSet<>(OF_THE_SERVER);
        meters.forEach(meter -> scrape.of(meter.group(1))
                .forEach(sample -> labels.addAll(sample.labels().keySet())));
        assertThat(GROUPING.matcher(query.text())
                        .results()
                        .flatMap(by -> Arrays.stream(by.group(1).split(",\\s*"))))
                .isSubsetOf(labels);
    }

    /** So that no meter is overlooked because it is not recognized. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void nothingElseIsInAQuery(Query query) {
        var rest = METER.matcher(query.over("5m")).replaceAll("");
        var words = WORD.matcher(GROUPING.matcher(rest).replaceAll("by"));

        assertThat(words.results().map(MatchResult::group)).isSubsetOf(FUNCTIONS);
    }

    /** Each meter of ours is somewhere on the dashboard. */
    @Test
    void theDashboardShowsEachMeter(MonitoredRuntime runtime) {
        var shown = Queries.ofDashboard()
                .flatMap(query -> METER.matcher(query.text()).results())
                .map(meter -> wholeTimer(meter.group(1)))
                .collect(Collectors.toSet());

        assertThat(runtime.scrape().samples().stream()
                        .map(Scrape.Sample::name)
                        .filter(name -> name.startsWith("feishu_hire_"))
                        .map(DashboardTest::wholeTimer)
                        .distinct())
                .isNotEmpty()
                .isSubsetOf(shown);
    }

    /** A timer has several series, of which a dashboard needs one. All other meters have one series. */
    private static String wholeTimer(String series) {
        return series.replaceFirst("_seconds_(count|sum|bucket|max)$", "_seconds");
    }

    @Test
    void eachPanelHasATitleADescriptionAndAPlaceOfItsOwn() {
        var panels = Queries.dashboard().path("panels");
        var places = new HashSet<String>();

        assertThat(panels).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(places.add(panel.path("gridPos").path("x") + ","
                            + panel.path("gridPos").path("y")))
                    .isTrue();
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("description").asText()).isNotBlank();
                assertThat(panel.path("targets")).isNotEmpty();
            }
        });
    }

    /** In front of the colon is the file, behind the number sign what GitHub makes of a heading. */
    @Test
    void eachAlertLeadsToASectionOfTheRunBook() {
        var sections = Queries.read(Path.of("../docs/run-book.md"))
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(DashboardTest::anchor)
                .toList();
        var links = Pattern.compile("run_book: docs/run-book\\.md#(\\S+)")
                .matcher(Queries.read(Queries.ALERTS))
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(links).hasSize((int) Queries.allAlerts().count()).isSubsetOf(sections);
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static void assertMatches(Scrape scrape, String meter, MatchResult matcher) {
        var label = matcher.group(1);
        if (OF_THE_SERVER.contains(label)) {
            return;
        }
        var values = scrape.of(meter).stream()
                .map(sample -> sample.labels().get(label))
                .toList();
        assertThat(values).as(meter + " has the label " + label).doesNotContainNull();
        var wanted = alternatives(matcher.group(3)).filter(value -> !NOT_TRIED.contains(value));
        assertThat(wanted)
                .allSatisfy(
                        value -> assertThat(values).as(meter + ": " + label).anyMatch(actual -> actual.matches(value)));
    }

    private static Stream<String> alternatives(String pattern) {
        return pattern.contains("(") ? Stream.of(pattern) : Arrays.stream(pattern.split("\\|"));
    }
}
