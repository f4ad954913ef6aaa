package io.feishuhire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.spring.properties.CamundaClientProperties;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is run nowhere here names files, versions and variables as they are: the files of this folder, and the docs. */
class DeployFilesTest {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> OF_OTHERS = Set.of("CAMUNDA_CONNECTOR_SECRETPROVIDER_ENVIRONMENT_PREFIX");

    static Stream<String> files() {
        return Stream.of(
                "deploy/Dockerfile",
                "deploy/Dockerfile.runtime",
                "deploy/compose.yaml",
                "deploy/helm-values.yaml",
                "docs/ways-to-run.md",
                "docs/ways-to-run.zh-CN.md",
                "own-runtime/README.md",
                "own-runtime/README.zh-CN.md",
                "own-runtime/src/main/resources/application.properties");
    }

    @ParameterizedTest
    @MethodSource("files")
    void versionsAreThoseOfTheBuild(String file) throws IOException {
        var text = read(file);
        assertThat(found(text, "connectors-bundle:([\\w.-]+)"))
                .allMatch(property("camunda-connectors.version")::equals);
        assertThat(found(text, "feishu-hire-(?:connectors|runtime):([\\w.-]+)")).allMatch(property("revision")::equals);
        assertThat(found(text, "feishu-hire-connector-([0-9][\\w.-]*)\\.jar")).allMatch(property("revision")::equals);
        assertThat(found(text, "    tag: (.*)")).allMatch(property("revision")::equals);
    }

    @Test
    void theOwnProjectHasTheVersionsOfTheBuild() throws IOException {
        var own = read("own-runtime/pom.xml");
        assertThat(found(own, "<feishu-hire-connector.version>(.*)</")).containsExactly(property("revision"));
        assertThat(found(own, "<camunda-connectors.version>(.*)</"))
                .containsExactly(property("camunda-connectors.version"));
        assertThat(found(own, "<version>(2\\..*)</")).contains(property("jackson.version"));
        assertThat(found(own, "<spring-boot.version>(.*)</"))
                .isEqualTo(found(read("runtime/pom.xml"), "<spring-boot.version>(.*)</"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesOfTheProjectExist(String file) throws IOException {
        assertThat(found(read(file), "(?<![\\w/.-])((?:deploy|own-runtime|docs)/[\\w./-]+\\w)"))
                .filteredOn(name -> !name.contains("/target/"))
                .allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
    }

    @ParameterizedTest
    @MethodSource("files")
    void theConnectorsHaveTheseVariables(String file) throws IOException {
        assertThat(found(read(file), "(FEISHU_HIRE_[A-Z_]+)(?<!CONNECTOR_FEISHU_HIRE_[A-Z_]{1,60})"))
                .isSubsetOf(
                        FeishuClientSettings.PUBLISHES_PER_SECOND,
                        FeishuClientSettings.BASE_URL,
                        FeishuClientSettings.ALLOWED_HOSTS);
    }

    @ParameterizedTest
    @MethodSource("files")
    void camundasClientHasTheseVariables(String file) throws Exception {
        var variables = found(read(file), "\\b(CAMUNDA_[A-Z_]*[A-Z])\\b(?!_|…)").stream()
                .filter(variable -> !OF_OTHERS.contains(variable))
                .toList();
        assertThat(camundasVariables()).containsAll(variables);
    }

    /** From the metadata of Camunda's starter; other jars have metadata in a file of the same name. */
    private static Set<String> camundasVariables() throws Exception {
        var starter = CamundaClientProperties.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        try (var jar = new JarFile(Path.of(starter).toFile());
                var metadata = jar.getInputStream(jar.getEntry("META-INF/spring-configuration-metadata.json"))) {
            return found(
                            new String(metadata.readAllBytes(), StandardCharsets.UTF_8),
                            "\"name\": \"(camunda\\.client\\.[a-z.-]+)\"")
                    .stream()
                    .map(name -> name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))
                    .collect(Collectors.toSet());
        }
    }

    private static String property(String name) {
        try {
            return found(read("pom.xml"), "<" + Pattern.quote(name) + ">(.*?)</")
                    .iterator()
                    .next();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
