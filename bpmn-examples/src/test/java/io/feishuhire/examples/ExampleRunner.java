package io.feishuhire.examples;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts instances of an example against a sandbox of their own, and notes the sequence flows they took. */
final class ExampleRunner implements AutoCloseable {

    private final FeishuSandbox sandbox = FeishuSandbox.start();
    private final EmbeddedEngine engine;
    private final FlowCoverage coverage;
    private final long process;
    private final List<ExampleRun> runs = new ArrayList<>();

    ExampleRunner(EmbeddedEngine engine, Example example, FlowCoverage coverage) {
        this.engine = engine;
        this.coverage = coverage;
        this.process = example.deployTo(engine.client(), Optional.of(sandbox.baseUrl()));
    }

    FeishuSandbox sandbox() {
        return sandbox;
    }

    ExampleRun start(Map<String, Object> variables) {
        var run = new ExampleRun(
                engine,
                engine.client()
                        .newCreateInstanceCommand()
                        .processDefinitionKey(process)
                        .variables(variables)
                        .send()
                        .join()
                        .getProcessInstanceKey());
        runs.add(run);
        return run;
    }

    /** Moves the engine's clock. */
    void pass(Duration time) {
        engine.increaseTime(time);
    }

    /** Returns Feishu's codes in its answers to the attempts to publish. */
    List<Integer> publishCodes() {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == Endpoint.PUBLISH)
                .map(RecordedRequest::code)
                .toList();
    }

    @Override
    public void close() {
        sandbox.close();
        runs.forEach(run -> coverage.add(run.history().sequenceFlowsTaken()));
    }
}
