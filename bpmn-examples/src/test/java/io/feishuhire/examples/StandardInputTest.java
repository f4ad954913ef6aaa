package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/**
 * The exec plugin reads its own standard input and passes the lines on, and never their end. So the first program takes
 * the lines that are meant for the quickstart. The plugin leaves the input alone only where the program inherits it,
 * and an output file is named.
 */
class StandardInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "../pom.xml"})
    void programsInheritTheStandardInput(String pom) throws Exception {
        var goals = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Path.of(pom).toFile())
                .getElementsByTagName("goal");
        var programs = 0;
        for (var at = 0; at < goals.getLength(); at++) {
            if (goals.item(at).getTextContent().equals("exec")) {
                programs++;
                var execution = (Element) goals.item(at).getParentNode().getParentNode();
                var inherits = execution.getElementsByTagName("inheritIo");
                assertThat(inherits.getLength()).as(execution.getTextContent()).isOne();
                assertThat(inherits.item(0).getTextContent()).isEqualTo("true");
                assertThat(execution.getElementsByTagName("outputFile").getLength())
                        .isOne();
            }
        }
        assertThat(programs).isPositive();
    }
}
