package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the examples send the secret to: the region says it, and no variable of a process. */
class RegionTest {

    private static final URI ELSEWHERE = URI.create("http://127.0.0.1:8765");
    private static final String LINK_PATTERN = "http://127.0.0.1:8765/careers/{advertisementId}";
    private static final FeishuAddress ADDRESS = new FeishuAddress(Optional.of(ELSEWHERE), Optional.of(LINK_PATTERN));

    @ParameterizedTest
    @EnumSource
    void everyTaskCallsFeishuAndHoldsNoAddress(Example example) {
        assertThat(example.diagram().connectorInputs())
                .isNotEmpty()
                .allSatisfy(inputs -> assertThat(inputs)
                        .containsEntry("connection.region", "feishu")
                        .doesNotContainKey("connection.baseUrl"));
    }

    @ParameterizedTest
    @EnumSource
    void anotherAddressIsAConstantOfTheDiagramThatIsDeployed(Example example) {
        assertThat(example.diagram().calling(ADDRESS).connectorInputs())
                .isNotEmpty()
                .allSatisfy(inputs -> assertThat(inputs)
                        .containsEntry("connection.region", "custom")
                        .containsEntry("connection.baseUrl", ELSEWHERE.toString()));
        assertThat(example.diagram().connectorInputs())
                .as("the diagram as it is shipped")
                .noneMatch(inputs -> inputs.containsKey("connection.baseUrl"));
    }

    @ParameterizedTest
    @EnumSource
    void theLinkPatternIsAConstantToo(Example example) {
        assertThat(linkPatterns(example.diagram()))
                .allSatisfy(
                        pattern -> assertThat(pattern).startsWith("https://").contains("{advertisementId}"));
        assertThat(linkPatterns(example.diagram().calling(ADDRESS)))
                .hasSameSizeAs(linkPatterns(example.diagram()))
                .allMatch(LINK_PATTERN::equals);
        assertThat(linkPatterns(example.diagram().calling(new FeishuAddress(Optional.empty(), Optional.empty()))))
                .as("where it is not known what the pages are called")
                .isEmpty();
    }

    private static List<String> linkPatterns(ExampleDiagram diagram) {
        return diagram.connectorInputs().stream()
                .flatMap(inputs -> Stream.ofNullable(inputs.get("linkPattern")))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aCompletedUserTaskHandsOnOnlyWhatItsMappingsName(Example example) {
        assertThat(example.diagram().userTasksWithoutOutputMapping()).isEmpty();
    }

    @Test
    void everyDiagramOfTheFolderIsAnExampleAndHeldToWhatTheyAreHeldTo() throws IOException {
        try (var files = Files.list(Path.of("").toAbsolutePath())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".bpmn")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Example.values())
                            .map(example -> example.processId() + ".bpmn")
                            .toList());
        }
    }
}
