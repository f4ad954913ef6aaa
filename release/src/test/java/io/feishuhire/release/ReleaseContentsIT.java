package io.feishuhire.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./mvnw -Prelease verify} leaves in {@code target/release} is what a release page carries. */
class ReleaseContentsIT {

    private static final Path RELEASE = Path.of("target/release");
    private static final Path ROOT = Path.of("..");
    private static final String SUMS = "SHA256SUMS";
    private static final String VERSION = version();

    private static final String CONNECTOR = "feishu-hire-connector-" + VERSION;
    private static final String TEMPLATES = "feishu-hire-element-templates-" + VERSION + ".zip";
    private static final String DIAGRAMS = "feishu-hire-diagrams-" + VERSION + ".zip";
    private static final String RUNTIME = "feishu-hire-runtime";

    @Test
    void holdsEachFileOfAReleasePageAndNoOther() throws IOException {
        assertThat(names())
                .containsExactlyInAnyOrder(
                        CONNECTOR + ".jar",
                        CONNECTOR + "-sources.jar",
                        CONNECTOR + "-javadoc.jar",
                        CONNECTOR + "-sbom.json",
                        RUNTIME + ".jar",
                        RUNTIME + "-sbom.json",
                        TEMPLATES,
                        DIAGRAMS,
                        "grafana-dashboard.json",
                        SUMS);
    }

    @Test
    void theSumsAreThoseOfTheFiles() throws Exception {
        var expected = names().stream().filter(name -> !name.equals(SUMS)).map(name -> sha256(name) + "  " + name);

        assertThat(Files.readAllLines(RELEASE.resolve(SUMS)))
                .map(line -> line.replaceFirst("\\s+\\*?(?:\\./)?", "  "))
                .containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @Test
    void theSourcesAndTheJavadocAreOfEachClassOfTheJar() throws IOException {
        var classes = entries(CONNECTOR + ".jar")
                .filter(name -> name.endsWith(".class") && !name.contains("$"))
                .map(name -> name.replace(".class", ""))
                .toList();
        assertThat(entries(CONNECTOR + "-sources.jar"))
                .containsAll(classes.stream().map(name -> name + ".java").toList());
        assertThat(entries(CONNECTOR + "-javadoc.jar"))
                .contains("index.html", "io/feishuhire/connector/publish/PublishAdvertisementFunction.html");
    }

    @Test
    void theArchivesHoldEveryTemplateAndDiagram() throws IOException {
        assertThat(entries(TEMPLATES))
                .containsAll(files("element-templates", "feishu-hire-", ".json", "element-templates/"))
                .containsAll(files("element-templates/hybrid", "feishu-hire-", ".json", "element-templates/hybrid/"))
                .contains("element-templates/LICENSE");
        assertThat(entries(DIAGRAMS))
                .containsAll(files("element-templates/starter", "", ".bpmn", "feishu-hire-diagrams/starter/"))
                .containsAll(files("bpmn-examples", "", ".bpmn", "feishu-hire-diagrams/examples/"))
                .containsAll(files("bpmn-examples/forms", "", ".form", "feishu-hire-diagrams/examples/forms/"))
                .contains("feishu-hire-diagrams/LICENSE");
    }

    /** The connector brings no library. The runtime brings those that are in it, and one that is unpacked there. */
    @Test
    void theListsOfComponentsAreThoseOfTheArchives() throws IOException {
        var listed = components(RUNTIME);
        var packed = entries(RUNTIME + ".jar")
                .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();

        assertThat(components(CONNECTOR)).isEmpty();
        assertThat(packed).isNotEmpty().allSatisfy(jar -> assertThat(listed).anyMatch(jar::startsWith));
        assertThat(listed)
                .filteredOn(component -> packed.stream().noneMatch(jar -> jar.startsWith(component)))
                .as("no jar of its own: Spring Boot's starters have no classes")
                .allMatch(component -> component.matches("(camunda-)?spring-boot-starter(-.*)?-[\\d.]+"));
    }

    /** What Maven Central asks of a POM, but for the signature and the address. */
    @ParameterizedTest
    @ValueSource(strings = {"target/.flattened-pom.xml", "connector/target/.flattened-pom.xml"})
    void aPublishedPomHasWhatMavenCentralAsksFor(String pom) throws Exception {
        var project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve(pom).toFile())
                .getDocumentElement();
        var inherited = pom.startsWith("target/")
                ? List.of("version", "url", "licenses", "developers", "scm")
                : List.of("parent");

        assertThat(Stream.concat(Stream.of("artifactId", "name", "description"), inherited.stream()))
                .allSatisfy(element -> assertThat(Stream.iterate(
                                        project.getFirstChild(),
                                        child -> child != null,
                                        child -> child.getNextSibling())
                                .map(child -> child.getNodeName()))
                        .contains(element));
        assertThat(Files.readString(ROOT.resolve(pom)))
                .contains("<version>" + VERSION + "</version>")
                .doesNotContain("${revision}", "SNAPSHOT");
    }

    private static List<String> components(String archive) throws IOException {
        return new ObjectMapper()
                .readTree(RELEASE.resolve(archive + "-sbom.json").toFile())
                .path("components")
                .valueStream()
                .map(component -> component.path("name").textValue() + "-"
                        + component.path("version").textValue())
                .toList();
    }

    private static List<String> names() throws IOException {
        try (var files = Files.list(RELEASE)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> files(String folder, String prefix, String suffix, String in) throws IOException {
        try (var files = Files.list(ROOT.resolve(folder))) {
            var found = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
                    .map(in::concat)
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static Stream<String> entries(String archive) throws IOException {
        try (var zip = new ZipFile(RELEASE.resolve(archive).toFile())) {
            return zip.stream().map(entry -> entry.getName()).collect(Collectors.toList()).stream();
        }
    }

    private static String sha256(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(RELEASE.resolve(name)));
            return HexFormat.of().formatHex(digest);
        } catch (Exception unreadable) {
            throw new AssertionError(name, unreadable);
        }
    }

    /** As the jar tells it. */
    private static String version() {
        try (var files = Files.list(ROOT.resolve("connector/target"))) {
            var jar = files.filter(file -> file.getFileName().toString().matches("feishu-hire-connector-[\\d.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
            try (var read = new JarFile(jar.toFile())) {
                return read.getManifest().getMainAttributes().getValue("Implementation-Version");
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
