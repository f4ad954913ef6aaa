package io.feishuhire.connector.runtime;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.FeishuSandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one engine with one stock connector runtime, started once and shared by all of them. */
final class StockRuntime implements ParameterResolver {

    private static final Map<String, String> SECRETS = Map.of(
            "FEISHU_APP_ID", FeishuSandbox.DEFAULT_APP_ID, "FEISHU_APP_SECRET", FeishuSandbox.DEFAULT_APP_SECRET);

    private record Started(EmbeddedEngine engine, ConnectorRuntime runtime, ConfidentialWords words)
            implements AutoCloseable {
        static Started start() {
            var words = ConfidentialWords.listen();
            var engine = EmbeddedEngine.start();
            OutcomesProcess.deploy(engine.client());
            return new Started(engine, runtimeOf(engine), words);
        }

        @Override
        public void close() {
            runtime.close();
            engine.close();
            words.close();
        }
    }

    /** Starts another runtime, for an engine of the test's own. */
    static ConnectorRuntime runtimeOf(EmbeddedEngine engine) {
        return ConnectorRuntime.start(settings(engine));
    }

    /** Starts another runtime in a JVM of its own. */
    static ConnectorRuntimeProcess processOf(EmbeddedEngine engine, Path log) {
        return ConnectorRuntimeProcess.start(settings(engine), System.getProperty("java.class.path"), Map.of(), log);
    }

    private static ConnectorRuntime.Settings settings(EmbeddedEngine engine) {
        return ConnectorRuntime.Settings.connectingTo(engine.grpcAddress()).withSecrets(SECRETS);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == EmbeddedEngine.class || type == ConfidentialWords.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var started = test.getRoot()
                .getStore(Namespace.create(StockRuntime.class))
                .computeIfAbsent(Started.class, type -> Started.start(), Started.class);
        return parameter.getParameter().getType() == EmbeddedEngine.class ? started.engine() : started.words();
    }
}
