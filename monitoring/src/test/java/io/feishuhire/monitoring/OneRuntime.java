package io.feishuhire.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one {@link MonitoredRuntime}, started once and shared by all of them. */
final class OneRuntime implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == MonitoredRuntime.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(OneRuntime.class))
                .computeIfAbsent(Started.class, type -> Started.start(), Started.class)
                .runtime();
    }

    private record Started(MonitoredRuntime runtime, Path log) implements AutoCloseable {

        static Started start() {
            try {
                var log = Files.createTempFile("monitored-runtime", ".log");
                return new Started(MonitoredRuntime.start(log), log);
            } catch (IOException noFile) {
                throw new UncheckedIOException(noFile);
            }
        }

        @Override
        public void close() throws IOException {
            runtime.close();
            Files.delete(log);
        }
    }
}
