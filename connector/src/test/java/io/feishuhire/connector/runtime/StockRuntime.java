package io.feishuhire.connector.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.LocalCamunda;
import io.feishuhire.sandbox.FeishuSandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one engine with one stock connector runtime, started once and shared by all of them. A test class fails
 * if anything confidential was logged by its end.
 */
final class StockRuntime implements ParameterResolver, AfterAllCallback {

    private record Started(LocalCamunda camunda, ConfidentialWords words) implements AutoCloseable {
        static Started start() {
            var words = ConfidentialWords.listen();
            var camunda = LocalCamunda.start(FeishuSandbox.DEFAULT_SECRETS);
            OutcomesProcess.deploy(camunda.engine().client());
            return new Started(camunda, words);
        }

        @Override
        public void close() {
            camunda.close();
            words.close();
        }
    }

    /** Starts another runtime in a JVM of its own. */
    static ConnectorRuntimeProcess processOf(EmbeddedEngine engine, Path log) {
        var settings =
                ConnectorRuntime.Settings.connectingTo(engine.grpcAddress()).withSecrets(FeishuSandbox.DEFAULT_SECRETS);
        return ConnectorRuntimeProcess.start(settings, System.getProperty("java.class.path"), Map.of(), log);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == EmbeddedEngine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return started(test).camunda().engine();
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        assertThat(started(testClass).words().overheard()).isEmpty();
    }

    private static Started started(ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(StockRuntime.class))
                .computeIfAbsent(Started.class, type -> Started.start(), Started.class);
    }
}
