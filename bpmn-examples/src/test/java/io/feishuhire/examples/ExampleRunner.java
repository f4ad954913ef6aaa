package io.feishuhire.examples;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts instances of an example against a sandbox of their own, and notes the sequence flows they took. */
final class ExampleRunner implements AutoCloseable {

    private final FeishuSandbox sandbox = FeishuSandbox.start();
    private final EmbeddedEngine engine;
    private final Example example;
    private final FlowCoverage coverage;
    private final List<ExampleRun> runs = new ArrayList<>();

    ExampleRunner(EmbeddedEngine engine, Example example, FlowCoverage coverage) {
        this.engine = engine;
        this.example = example;
        this.coverage = coverage;
    }

    FeishuSandbox sandbox() {
        return sandbox;
    }

    ExampleRun start(Map<String, Object> variables) {
        var withSandbox = new HashMap<>(variables);
        withSandbox.put("feishuBaseUrl", sandbox.baseUrl().toString());
        var run = new ExampleRun(
                engine,
                engine.client()
                        .newCreateInstanceCommand()
                        .bpmnProcessId(example.processId())
                        .latestVersion()
                        .variables(withSandbox)
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
