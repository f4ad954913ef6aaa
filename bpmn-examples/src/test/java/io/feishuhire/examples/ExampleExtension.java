package io.feishuhire.examples;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.LocalCamunda;
import io.feishuhire.sandbox.FeishuSandbox;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test its {@link ExampleFixture}. The tests share an engine, a stock connector runtime and an agent. */
final class ExampleExtension implements ParameterResolver, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(ExampleExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == ExampleFixture.class || type == EmbeddedEngine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        if (parameter.getParameter().getType() == EmbeddedEngine.class) {
            return engine(LocalCamunda.class, test);
        }
        var tests = testsOf(test);
        Object sharedBy = tests.movesTheClock() ? test.getRequiredTestClass() : LocalCamunda.class;
        var engine = engine(sharedBy, test);
        return test.getStore(NAMESPACE)
                .computeIfAbsent(
                        ExampleFixture.class,
                        type -> new ExampleFixture(
                                engine, tests.value(), coverage(test), leftovers(tests.value(), test)),
                        ExampleFixture.class);
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        if (testsOf(testClass) != null) {
            coverage(testClass)
                    .completedBy(testClass.getRequiredTestClass())
                    .ifPresent(summary -> testClass.publishReportEntry("sequence flows taken", summary));
        }
    }

    /** The kind depends on the test, and is the same in each build. */
    private static Leftovers leftovers(Example example, ExtensionContext test) {
        var kind = Math.floorMod(test.getUniqueId().hashCode(), Leftovers.KINDS.size());
        return Leftovers.of(example, Leftovers.KINDS.get(kind));
    }

    private static FlowCoverage coverage(ExtensionContext test) {
        var example = testsOf(test).value();
        return ofAllTests(test).computeIfAbsent(example, key -> new FlowCoverage(example), FlowCoverage.class);
    }

    private static EmbeddedEngine engine(Object sharedBy, ExtensionContext test) {
        return ofAllTests(test)
                .computeIfAbsent(sharedBy, key -> CamundaWithAgent.start(), CamundaWithAgent.class)
                .camunda()
                .engine();
    }

    /** An engine, and what works its jobs. */
    private record CamundaWithAgent(LocalCamunda camunda, ScriptedAgent agent) implements AutoCloseable {

        static CamundaWithAgent start() {
            var camunda = LocalCamunda.start(FeishuSandbox.DEFAULT_SECRETS);
            return new CamundaWithAgent(
                    camunda, ScriptedAgent.open(camunda.engine().client(), new PlannedTurns()));
        }

        @Override
        public void close() {
            try (camunda) {
                agent.close();
            }
        }
    }

    private static ExampleTest testsOf(ExtensionContext test) {
        return test.getRequiredTestClass().getAnnotation(ExampleTest.class);
    }

    private static Store ofAllTests(ExtensionContext test) {
        return test.getRoot().getStore(NAMESPACE);
    }
}
