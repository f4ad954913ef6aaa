package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of the Modeler in the documentation, and the templates that they show. */
class ModelerPicturesTest {

    private static final Path SHOWN = Path.of("..", "docs", "modeler-pictures.json");

    @ParameterizedTest
    @MethodSource("shown")
    void thePicturesShowTheFileAsItIs(String file, String hash) throws IOException, NoSuchAlgorithmException {
        assertThat(hash)
                .as(
                        "The pictures docs/modeler-*.png show an older element-templates/%s. Take them anew:"
                                + " npm ci && npm run screenshots in element-templates",
                        file)
                .isEqualTo(sha256(Files.readAllBytes(Path.of(file))));
    }

    static Stream<Arguments> shown() throws IOException {
        return Json.parse(Files.readString(SHOWN)).properties().stream()
                .map(shown -> Arguments.of(shown.getKey(), shown.getValue().asText()));
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
