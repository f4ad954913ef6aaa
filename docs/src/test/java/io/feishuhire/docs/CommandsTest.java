package io.feishuhire.docs;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command of the pages is run by {@code .ci/run} as it stands there, or says why it is not. */
class CommandsTest {

    /** A line of .ci/run that runs what is documented. */
    private static final Pattern RUN =
            Pattern.compile("^[^#\\n]*?documented\\w* '((?:[^']|'\\\\'')*)'", Pattern.MULTILINE);

    private static final String CI = ".ci/run";

    static Stream<Command> commands() {
        return Page.all().stream().flatMap(Command::of);
    }

    static Stream<Command> unmarked() {
        return commands().filter(command -> command.notRun().isEmpty());
    }

    static Stream<Command> marked() {
        return commands().filter(command -> command.notRun().isPresent());
    }

    @ParameterizedTest
    @MethodSource("unmarked")
    void aCommandIsRunOrMarkedWhereItIsExplained(Command command) throws IOException {
        assertThat(Stream.concat(run().stream(), marked().map(Command::line))).contains(command.line());
    }

    @ParameterizedTest
    @MethodSource("marked")
    void aCommandThatIsNotRunSaysSo(Command command) {
        assertThat(Command.REASONS).containsKey(command.notRun().orElseThrow());
        assertThat(command.saysThatItIsNotRun()).isTrue();
    }

    @Test
    void whatIsRunIsDocumented() throws IOException {
        var documented = unmarked().map(Command::line).collect(Collectors.toSet());
        assertThat(run()).isNotEmpty().allSatisfy(line -> assertThat(documented).contains(line));

        var counts = new TreeMap<>(commands()
                .collect(groupingBy(
                        command ->
                                command.notRun().map("not run here: "::concat).orElse("run"),
                        counting())));
        System.out.println("Commands in the documentation: " + counts);
    }

    private static Set<String> run() throws IOException {
        return Stream.concat(
                        Stream.of(CI),
                        RUN.matcher(Files.readString(Page.ROOT.resolve(Path.of(CI))))
                                .results()
                                .map((MatchResult found) -> found.group(1).replace("'\\''", "'")))
                .collect(Collectors.toSet());
    }
}
