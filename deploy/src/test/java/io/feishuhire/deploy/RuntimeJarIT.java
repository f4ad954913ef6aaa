package io.feishuhire.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standalone runtime's jar: what is in it, and what it answers without a cluster. */
class RuntimeJarIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final int SECONDS = 60;

    /** What Camunda gives away under Apache-2.0. Broker, gateway, web applications and connectors are not among it. */
    private static final Set<String> CAMUNDA_UNDER_APACHE = Set.of(
            "io.camunda:camunda-client-java",
            "io.camunda:camunda-spring-boot-starter",
            "io.camunda:zeebe-bpmn-model",
            "io.camunda:zeebe-client-java",
            "io.camunda:zeebe-gateway-protocol-impl",
            "io.camunda.connector:connector-core",
            "io.camunda.connector:connector-feel-wrapper",
            "io.camunda.connector:connector-object-mapper",
            "io.camunda.connector:connector-runtime-core",
            "io.camunda.connector:connector-runtime-spring",
            "io.camunda.connector:connector-utils",
            "io.camunda.connector:connector-validation",
            "io.camunda.connector:http-client",
            "io.camunda.connector:jackson-datatype-document",
            "io.camunda.connector:jackson-datatype-feel",
            "io.camunda.connector:spring-boot-starter-camunda-connectors",
            "org.camunda.bpm.model:camunda-xml-model",
            "org.camunda.feel:feel-engine");

    /** Between the words there may be the end of a line and the mark of a comment. */
    private static final Pattern LICENCE_OF_CAMUNDA = Pattern.compile("""
            licensed\\W+under\\W+(the\\W+)?camunda\\W+license\
            |camunda\\W+license\\W+(version\\W+)?1\
            |zeebe\\W+community\\W+license\
            |camunda\\W+(platform\\W+)?(self-managed\\W+)?enterprise\\W+(edition\\W+)?license\
            |proprietary\\W+license""", Pattern.CASE_INSENSITIVE);

    /** The folder in which Maven leaves the POM of what it packs, and of what is packed into that. */
    private static final Pattern POM = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.xml$");

    private static final Pattern LISTED = Pattern.compile("\\(([\\w.-]+):([\\w.-]+):([\\w.-]+) - ");

    @Test
    void nothingOfCamundaIsInItButWhatIsUnderApache() throws IOException {
        try (var jar = open()) {
            assertThat(listed(jar).map(it -> it.group(1) + ":" + it.group(2)))
                    .filteredOn(library -> library.contains("camunda"))
                    .containsExactlyInAnyOrderElementsOf(CAMUNDA_UNDER_APACHE);
        }
    }

    @Test
    void noFileSaysThatItIsUnderALicenceOfCamundasOwn() throws IOException {
        assertThat(PackedFile.in(RunningJar.RUNTIME))
                .hasSizeGreaterThan(500)
                .filteredOn(file -> LICENCE_OF_CAMUNDA.matcher(file.text()).find())
                .extracting(PackedFile::name)
                .isEmpty();
    }

    @Test
    void noLibraryHoldsAnotherOneOfCamundas() throws IOException {
        assertThat(PackedFile.in(RunningJar.RUNTIME))
                .flatMap(file -> POM.matcher(file.name())
                        .results()
                        .map(it -> it.group(1) + ":" + it.group(2))
                        .toList())
                .filteredOn(library -> library.contains("camunda"))
                .isNotEmpty()
                .isSubsetOf(CAMUNDA_UNDER_APACHE);
    }

    /**
     * The build has failed already if one of the listed has another licence than those that the root {@code pom.xml}
     * names.
     */
    @Test
    void eachLibraryIsListedWithItsLicence() throws IOException {
        try (var jar = open()) {
            var listed = listed(jar).map(it -> it.group(2) + "-" + it.group(3)).toList();
            assertThat(libraries(jar))
                    .hasSizeGreaterThan(100)
                    .filteredOn(name -> !name.startsWith("feishu-hire-"))
                    .allMatch(name -> listed.stream().anyMatch(name::startsWith));
        }
    }

    @Test
    void ourLicenceAndNoticeAreInIt() throws IOException {
        try (var jar = open()) {
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
            assertThat(libraries(jar)).contains("feishu-hire-connector-" + version(jar) + ".jar");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--version | 0 | Feishu Hire connector runtime 1.",
                "--help | 0 | CAMUNDA_CLIENT_GRPC_ADDRESS",
                "start | 2 | There is no command \"start\""
            })
    void itAnswers(String argument, int exitCode, String text) throws Exception {
        assertAnswer(Path.of(System.getProperty("java.home")), argument, exitCode, text);
    }

    @Test
    void anOlderJavaIsToldInOneSentence() throws Exception {
        var ofMaven = Path.of(System.getProperty("maven.java.home", System.getProperty("java.home")));
        assumeThat(output(command(ofMaven, "-version")))
                .as("Maven runs on a Java that is too old for the runtime")
                .contains("version \"17");

        assertAnswer(ofMaven, "", 1, "The runtime needs Java 21 or newer, and this is Java 17");
        assertAnswer(ofMaven, "doctor", 1, "The runtime needs Java 21 or newer, and this is Java 17");
    }

    private static void assertAnswer(Path javaHome, String argument, int exitCode, String text) throws Exception {
        var jar = RunningJar.RUNTIME.toString();
        var process = argument.isEmpty() ? command(javaHome, "-jar", jar) : command(javaHome, "-jar", jar, argument);
        assertThat(output(process)).contains(text).doesNotContain("\tat ");
        assertThat(process.exitValue()).isEqualTo(exitCode);
    }

    private static Process command(Path javaHome, String... arguments) throws IOException {
        var command =
                Stream.concat(Stream.of(javaHome.resolve("bin").resolve("java").toString()), Arrays.stream(arguments));
        return new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    private static JarFile open() throws IOException {
        return new JarFile(RunningJar.RUNTIME.toFile());
    }

    private static String version(JarFile jar) throws IOException {
        return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    }

    private static List<String> libraries(JarFile jar) {
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()))
                .toList();
    }

    private static Stream<MatchResult> listed(JarFile jar) throws IOException {
        try (var list = jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY.txt"))) {
            return LISTED.matcher(new String(list.readAllBytes(), StandardCharsets.UTF_8))
                    .results();
        }
    }
}
