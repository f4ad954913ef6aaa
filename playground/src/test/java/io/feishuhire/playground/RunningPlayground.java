package io.feishuhire.playground;

import io.feishuhire.examples.QuickstartArguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** A playground with its server and a page of one file, for a test. It leaves no file behind. */
final class RunningPlayground implements AutoCloseable {

    static final String PAGE = "<!doctype html><title>Playground</title>";

    private final Path folder;
    private final Playground playground;
    private final PlaygroundServer server;
    private final PageClient page;

    private RunningPlayground(Path folder, Playground playground, PlaygroundServer server) {
        this.folder = folder;
        this.playground = playground;
        this.server = server;
        this.page = new PageClient(server.address());
    }

    /** Plays the examples. */
    static RunningPlayground ofExamples() {
        return start(Optional.empty());
    }

    /** Plays a diagram of the user's own. */
    static RunningPlayground of(QuickstartArguments.Own diagram) {
        return start(Optional.of(diagram));
    }

    private static RunningPlayground start(Optional<QuickstartArguments.Own> ownDiagram) {
        try {
            var folder = Files.createTempDirectory("playground");
            var page = Files.createDirectory(folder.resolve("page"));
            Files.writeString(page.resolve("index.html"), PAGE);
            Files.writeString(folder.resolve("beside.txt"), "not for the browser");
            var playground = Playground.start(ownDiagram, folder.resolve("connectors.log"));
            return new RunningPlayground(
                    folder, playground, PlaygroundServer.start(playground, page, new SecureRandom()));
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    PageClient page() {
        return page;
    }

    Playground playground() {
        return playground;
    }

    @Override
    public void close() throws IOException {
        page.close();
        server.close();
        playground.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
