package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuObserver.Level;
import io.feishuhire.connector.feishu.FeishuObserver.LookOutcome;
import io.feishuhire.connector.feishu.FeishuObserver.RequestOutcome;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.mapping.ConnectorMeters.Outcome;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about monitoring names the meters and the values of their tags. */
class MonitoringPageTest {

    private static final Duration ANY_TIME = Duration.ofMillis(1);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Map<String, Meter.Type> KINDS = Map.of(
            "timer",
            Meter.Type.TIMER,
            "计时器",
            Meter.Type.TIMER,
            "gauge",
            Meter.Type.GAUGE,
            "仪表（Gauge）",
            Meter.Type.GAUGE,
            "counter",
            Meter.Type.COUNTER,
            "计数器",
            Meter.Type.COUNTER);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerMeters meters = new MicrometerMeters(registry);

    private final Level level = new Level() {
        @Override
        public int current() {
            return 1;
        }

        @Override
        public int most() {
            return 1;
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"../docs/monitoring.md", "../docs/monitoring.zh-CN.md"})
    void eachMeterIsInTheTableWithItsKindAndTags(String page) throws IOException {
        everythingHappens();

        assertThat(rows(page, "feishu.hire.").map(row -> row[1] + kind(row[2]) + codes(row[3])))
                .containsExactlyInAnyOrderElementsOf(registry.getMeters().stream()
                        .filter(meter -> meter.getId().getTag("le") == null)
                        .map(meter -> "`" + meter.getId().getName() + "`"
                                + meter.getId().getType()
                                + meter.getId().getTags().stream()
                                        .map(Tag::getKey)
                                        .collect(Collectors.toCollection(TreeSet::new)))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../docs/monitoring.md", "../docs/monitoring.zh-CN.md"})
    void eachOutcomeAndConnectorIsNamed(String page) throws IOException {
        assertThat(values(page, "calls")).isEqualTo(words(Outcome.values()));
        assertThat(values(page, "requests")).isEqualTo(words(RequestOutcome.values()));
        assertThat(values(page, "looks")).isEqualTo(words(LookOutcome.values()));
        assertThat(values(page, "fetches"))
                .isEqualTo(Stream.concat(Stream.of("success"), words(FailureKind.values()).stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
        var connectors = words(FeishuOperation.values());
        // What no connector does: the doctor writes no meters.
        connectors.removeAll(Set.of("any", "inspect"));
        assertThat(codes(rows(page, "`connector`").findFirst().orElseThrow()[2]))
                .isEqualTo(connectors);
    }

    private void everythingHappens() {
        meters.executed(FeishuOperation.PUBLISH, Outcome.SUCCESS, Optional.empty(), ANY_TIME);
        meters.requested("publish", RequestOutcome.ACCEPTED, ANY_TIME);
        meters.waited("publish", ANY_TIME);
        meters.fetchedToken(Optional.empty());
        meters.looked("publish", LookOutcome.FOUND);
        meters.limits("publish", level);
        meters.seats(level);
    }

    private static Stream<String[]> rows(String page, String begin) throws IOException {
        return Files.readString(Path.of(page))
                .lines()
                .filter(line -> line.startsWith("| `" + begin) || line.startsWith("| " + begin))
                .map(line -> line.split("\\s*\\|\\s*"));
    }

    /** The codes of the row about the outcomes of one meter. */
    private static Set<String> values(String page, String meter) throws IOException {
        return Files.readString(Path.of(page))
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\s*\\|\\s*"))
                .filter(row -> row.length == 3 && row[1].contains("`outcome`") && row[1].contains(meter))
                .map(row -> codes(row[2]))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(code -> code.replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Meter.Type kind(String cell) {
        return KINDS.get(cell);
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
