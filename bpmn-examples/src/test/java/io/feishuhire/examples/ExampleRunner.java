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
import java.util.Optional;

/** Starts instances of an example against a sandbox of their own, and notes the sequence flows they took. */
final class ExampleRunner implements AutoCloseable {

    private final FeishuSandbox sandbox = FeishuSandbox.start();
    private final EmbeddedEngine engine;
    private final Example example;
    private final FlowCoverage coverage;
    private final Leftovers leftovers;
    private final long process;
    private final List<ExampleRun> runs = new ArrayList<>();

    ExampleRunner(EmbeddedEngine engine, Example example, FlowCoverage coverage, Leftovers leftovers) {
        this.engine = engine;
        this.example = example;
        this.coverage = coverage;
        this.leftovers = leftovers;
        this.process = example.deployTo(engine.client(), Optional.of(sandbox.baseUrl()));
    }

    FeishuSandbox sandbox() {
        return sandbox;
    }

    /** Starts an instance among variables that somebody left behind. */
    ExampleRun start(Map<String, Object> variables) {
        var all = new HashMap<>(leftovers.variables());
        all.putAll(variables);
        var run = new ExampleRun(engine, example, engine.start(process, all), leftovers);
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
