package io.feishuhire.examples;

import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.FeishuSandbox;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one engine with one stock connector runtime, started once and shared by all of them. */
final class ExamplesRuntime implements ParameterResolver {

    private record Started(EmbeddedEngine engine, ConnectorRuntime runtime) implements AutoCloseable {
        static Started start() {
            var engine = EmbeddedEngine.start();
            return new Started(
                    engine,
                    ConnectorRuntime.start(ConnectorRuntime.Settings.connectingTo(engine.grpcAddress())
                            .withSecret("FEISHU_APP_ID", FeishuSandbox.DEFAULT_APP_ID)
                            .withSecret("FEISHU_APP_SECRET", FeishuSandbox.DEFAULT_APP_SECRET)));
        }

        @Override
        public void close() {
            runtime.close();
            engine.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == EmbeddedEngine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(ExamplesRuntime.class))
                .computeIfAbsent(Started.class, type -> Started.start(), Started.class)
                .engine();
    }
}
