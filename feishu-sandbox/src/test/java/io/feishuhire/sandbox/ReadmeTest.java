package io.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The READMEs tell what there is, and each of their commands works as it stands there. */
class ReadmeTest {

    private static final Pattern COMMAND = Pattern.compile("`(curl [^`]+)`");
    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    static Stream<String> commands() throws IOException {
        return Stream.of("README.md", "README.zh-CN.md")
                .flatMap(readme -> COMMAND.matcher(text(readme)).results())
                .map(found -> found.group(1))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandWorks(String command) {
        try (var sandbox = FeishuSandbox.start();
                var caller = Caller.of(sandbox)) {
            var token = caller.token();
            caller.publish(token, "7004000000000000001", "7002000000000000001");
            caller.publish(token, "7004000000000000001", "3");

            var reply = run(caller, token, command);

            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyCallIsThereWithItsScopesLimitsAndPages(String readme) {
        KnownCall.all().forEach(call -> {
            var cells = row(readme, call.endpoint());
            assertThat(cells.get(1)).contains(call.path().replaceFirst("job_posts/.*", "job_posts"));
            assertThat(cells.get(2))
                    .isEqualTo(call.scopes().stream().map("`%s`"::formatted).collect(Collectors.joining(", ")));
            assertThat(cells.get(3)).isEqualTo(numbers(call.perSecond(), call.perMinute()));
            assertThat(cells.get(4)).isEqualTo(numbers(call.pageSize(), call.largestPage()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyEndpointIsNamed(String readme) {
        assertThat(Endpoint.values())
                .allSatisfy(endpoint -> assertThat(text(readme)).contains("`" + endpoint.lowerCaseName() + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyControlHasACommand(String readme) {
        var controls = new AdminApi(new ObjectMapper(), SandboxState.of(SandboxSettings.defaults())).calls();
        var commands = COMMAND.matcher(text(readme))
                .results()
                .map(found -> Command.of(found.group(1)))
                .toList();

        assertThat(controls).allSatisfy(control -> {
            var methodAndPath = control.split(" ", 2);
            assertThat(commands)
                    .anyMatch(command -> command.method().equals(methodAndPath[0])
                            && PathPattern.of(methodAndPath[1])
                                    .match(command.url().replace("$S", ""))
                                    .isPresent());
        });
    }

    /** Those that only have to do with a running sandbox itself are in the first example. */
    @Test
    void everySwitchInJavaIsShown() {
        assertThat(Stream.of(
                                SandboxApps.class,
                                SandboxGuesses.class,
                                SandboxTenant.class,
                                SandboxObservation.class,
                                FeishuSandbox.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(Method::getName)
                        .filter(name -> !Set.of("start", "close", "always").contains(name)))
                .allSatisfy(name -> assertThat(text("README.md")).contains("sandbox." + name + "("));
    }

    private static HttpResponse<String> run(Caller caller, String token, String line) {
        var command = Command.of(line);
        var request = caller.request(command.url().replace("$S", ""))
                .method(command.method(), BodyPublishers.ofString(command.body()));
        if (command.authorized()) {
            request.header("Authorization", "Bearer " + token);
        }
        return caller.send(request.build());
    }

    private static List<String> row(String readme, Endpoint endpoint) {
        return text(readme)
                .lines()
                .filter(line -> line.startsWith("| `" + endpoint.lowerCaseName() + "` |"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .findFirst()
                .orElseThrow();
    }

    private static String numbers(int first, int second) {
        return first == 0 ? "" : second == 0 ? "" + first : first + ", " + second;
    }

    private static String text(String readme) {
        try {
            return Files.readString(Path.of(readme));
        } catch (IOException notThere) {
            throw new AssertionError(readme, notThere);
        }
    }

    /** What curl would make of a line. */
    private record Command(String method, String url, String body, boolean authorized) {

        static Command of(String line) {
            var method = "";
            var url = "";
            var body = "";
            var authorized = false;
            var arguments = ARGUMENT.matcher(line)
                    .results()
                    .skip(1)
                    .map(Command::unquoted)
                    .iterator();
            while (arguments.hasNext()) {
                var argument = arguments.next();
                switch (argument) {
                    case "-X" -> method = arguments.next();
                    case "-d" -> body = arguments.next();
                    case "-H" -> authorized = arguments.next().equals("$A");
                    default -> url = argument;
                }
            }
            var byDefault = body.isEmpty() ? "GET" : "POST";
            return new Command(method.isEmpty() ? byDefault : method, url, body, authorized);
        }

        private static String unquoted(MatchResult found) {
            return Stream.of(1, 2, 3)
                    .map(found::group)
                    .filter(text -> text != null)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
