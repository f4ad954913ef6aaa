package io.feishuhire.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** {@code THIRD_PARTY.md} names what the modules depend on. */
class ThirdPartyTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connector",
                "feishu-sandbox",
                "local-camunda",
                "element-templates",
                "bpmn-examples",
                "monitoring",
                "benchmarks"
            })
    void eachLibraryOfAModuleIsNamed(String module) throws Exception {
        assertNamed(librariesOf(ROOT.resolve(module).resolve("pom.xml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"element-templates", "bpmn-examples"})
    void eachPackageOfAFolderIsNamed(String folder) throws IOException {
        var json = new ObjectMapper()
                .readTree(ROOT.resolve(folder).resolve("package.json").toFile());
        assertNamed(json.path("devDependencies").properties().stream().map(it -> it.getKey()));
    }

    private static void assertNamed(Stream<String> libraries) throws IOException {
        var text = Files.readString(ROOT.resolve("THIRD_PARTY.md"));
        assertThat(libraries)
                .isNotEmpty()
                .allSatisfy(library -> assertThat(text).contains("`" + library + "`"));
    }

    private static Stream<String> librariesOf(Path pom) throws Exception {
        var project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
        return children(project, "dependencies")
                .flatMap(dependencies -> children(dependencies, "dependency"))
                .filter(dependency -> !text(dependency, "groupId").equals("io.feishuhire"))
                .map(dependency -> text(dependency, "artifactId"));
    }

    private static String text(Element parent, String name) {
        return children(parent, name).findFirst().orElseThrow().getTextContent().strip();
    }

    private static Stream<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name));
    }
}
