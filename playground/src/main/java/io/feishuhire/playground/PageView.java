package io.feishuhire.playground;

import io.feishuhire.playground.EventStream.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** All that the page shows, part by part. */
final class PageView {

    private final Playground playground;
    private final CamundaView camunda;
    private final InstanceView instances;
    private final FeishuView feishu;

    PageView(Playground playground) {
        this.playground = playground;
        this.camunda = new CamundaView(playground.engine(), playground.processes(), playground.time());
        this.instances = new InstanceView(playground.engine(), playground.worked());
        this.feishu = new FeishuView(playground.sandbox());
    }

    /**
     * The parts for a window.
     *
     * @param selected the key of the instance that it shows in detail
     */
    List<Part> parts(OptionalLong selected) {
        var lastTime = new AtomicReference<CamundaView.Time>();
        return List.of(
                new Part("programs", this::programs),
                new Part("processes", camunda::processes),
                new Part("instances", camunda::instances),
                new Part("tasks", camunda::tasks),
                new Part(
                        "instance",
                        () -> selected.isPresent() ? instances.find(selected.getAsLong()) : Optional.empty()),
                new Part("time", () -> lastTime.updateAndGet(camunda::time)),
                new Part("feishu", feishu::now),
                new Part("rate", this::rate));
    }

    CamundaView camunda() {
        return camunda;
    }

    private Map<String, Object> programs() {
        return Map.of(
                "engine",
                playground.health().answers() ? "running" : "stopped",
                "connectors",
                playground.connectors().state().name().toLowerCase(Locale.ROOT));
    }

    private Map<String, Object> rate() {
        return Map.of(
                "limit",
                playground.sandbox().tenant().publishesPerSecond(),
                "samples",
                playground.rate().samples());
    }
}
