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
final class ExampleFixture implements AutoCloseable {

    private final FeishuSandbox sandbox = FeishuSandbox.start();
    private final EmbeddedEngine engine;
    private final Example example;
    private final FlowCoverage coverage;
    private final Leftovers leftovers;
    private final long process;
    private final List<ExampleInstance> instances = new ArrayList<>();

    ExampleFixture(EmbeddedEngine engine, Example example, FlowCoverage coverage, Leftovers leftovers) {
        this.engine = engine;
        this.example = example;
        this.coverage = coverage;
        this.leftovers = leftovers;
        // The paths of a process are the same for channels of any number.
        sandbox.acceptUnknownChannels(true);
        this.process = example.deployTo(engine.client(), FeishuAddress.of(sandbox));
    }

    FeishuSandbox sandbox() {
        return sandbox;
    }

    /** Starts an instance among variables that another process left behind. */
    ExampleInstance start(Map<String, Object> variables) {
        var all = new HashMap<>(leftovers.variables());
        all.putAll(variables);
        var instance = new ExampleInstance(engine, example, engine.start(process, all), leftovers);
        instances.add(instance);
        return instance;
    }

    /** Moves the engine's clock. */
    void pass(Duration time) {
        engine.increaseTime(time);
    }

    /** The codes in Feishu's answers to the attempts to publish. */
    List<Integer> publishCodes() {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == Endpoint.PUBLISH)
                .map(RecordedRequest::code)
                .toList();
    }

    @Override
    public void close() {
        sandbox.close();
        instances.forEach(instance -> coverage.add(instance.history().sequenceFlowsTaken()));
    }
}
