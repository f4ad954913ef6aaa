package io.feishuhire.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** {@code THIRD_PARTY.md} names what the modules depend on. */
class ThirdPartyTest {

    private static final Set<String> OURS = Set.of("io.feishuhire", "io.feishuhire.compatibility", "com.example");

    static Stream<Path> modules() {
        return Page.files("pom.xml");
    }

    static Stream<Path> packages() {
        return Page.files("package.json");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void eachLibraryOfAModuleIsNamed(Path pom) throws Exception {
        assertNamed(librariesOf(Page.ROOT.resolve(pom)));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void eachPackageOfAFolderIsNamed(Path packageJson) throws IOException {
        var json = new ObjectMapper().readTree(Page.ROOT.resolve(packageJson).toFile());
        assertNamed(json.path("devDependencies").properties().stream().map(it -> it.getKey()));
    }

    private static void assertNamed(Stream<String> libraries) throws IOException {
        var text = Files.readString(Page.ROOT.resolve("THIRD_PARTY.md"));
        assertThat(libraries).allSatisfy(library -> assertThat(text).contains("`" + library + "`"));
    }

    private static Stream<String> librariesOf(Path pom) throws Exception {
        var project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
        return children(project, "dependencies")
                .flatMap(dependencies -> children(dependencies, "dependency"))
                .filter(dependency -> !OURS.contains(text(dependency, "groupId")))
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
