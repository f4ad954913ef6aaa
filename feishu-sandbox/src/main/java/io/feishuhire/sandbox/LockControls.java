package io.feishuhire.sandbox;

import java.time.Duration;
import java.util.List;

/** The controls of what is locked for a while. */
final class LockControls {

    private final World world;

    LockControls(World world) {
        this.world = world;
    }

    void everyJob(ControlInput input) {
        world.jobLife().locks().lockAll(time(input), calls(input));
    }

    void job(ControlInput input) {
        world.jobLife().lock(input.id("job_id"), time(input), calls(input));
    }

    private static Duration time(ControlInput input) {
        return Duration.ofMillis(input.requiredInt("forMillis"));
    }

    private static List<Endpoint> calls(ControlInput input) {
        return input.texts("calls").stream()
                .map(name -> Endpoint.named(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "\"calls\" are some of create-job, open-job and close-job.")))
                .toList();
    }
}
