package io.feishuhire.playground;

import io.feishuhire.examples.QuickstartArguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** A playground with its server and a page of one file, for a test. */
final class RunningPlayground implements AutoCloseable {

    static final String PAGE = "<!doctype html><title>Playground</title>";

    private final Playground playground;
    private final PlaygroundServer server;
    private final PageClient page;

    private RunningPlayground(Playground playground, PlaygroundServer server) {
        this.playground = playground;
        this.server = server;
        this.page = new PageClient(server.address());
    }

    /** Starts one in an empty folder. */
    static RunningPlayground start(Path folder, Optional<QuickstartArguments.Own> ownDiagram) {
        try {
            var page = Files.createDirectory(folder.resolve("page"));
            Files.writeString(page.resolve("index.html"), PAGE);
            Files.writeString(folder.resolve("beside.txt"), "not for the browser");
            var playground = Playground.start(ownDiagram, folder.resolve("connectors.log"));
            return new RunningPlayground(playground, PlaygroundServer.start(playground, page, new SecureRandom()));
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
    public void close() {
        page.close();
        server.close();
        playground.close();
    }
}
