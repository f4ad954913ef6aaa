package io.feishuhire.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the page is told when a program ends under it. */
class StoppedProgramsTest {

    @Test
    void anEngineThatHasStoppedIsTold() throws IOException {
        try (var running = RunningPlayground.ofExamples();
                var events = running.page().events(null)) {
            events.await("programs", seen -> seen.path("engine").asText().equals("running"));
            running.playground().engine().close();

            var response = running.page().call("POST", "/api/processes/publish-minimal/instances", "{}");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(PageClient.json(response.body()).at("/problem/en").asText())
                    .startsWith("The engine has stopped.");
            events.await("programs", seen -> seen.path("engine").asText().equals("stopped"));
        }
    }

    @Test
    void aConnectorRuntimeThatHasEndedIsTold() throws IOException {
        try (var running = RunningPlayground.ofExamples();
                var events = running.page().events(null)) {
            running.playground().connectors().close();

            events.await("programs", seen -> seen.path("connectors").asText().equals("ended"));
            // Its jobs are left to people, and hold no clock up.
            var instance = running.page().start("publish-minimal", "{\"advertisementId\":\"7004000000000000001\"}");
            try (var own = running.page().events(instance)) {
                var job = own.await(
                                "instance",
                                seen -> seen.at("/jobs/0/state").asText().equals("unserved"))
                        .at("/jobs/0/key")
                        .asText();
                assertThat(running.page()
                                .call("POST", "/api/time", "{\"by\":\"PT1H\"}")
                                .statusCode())
                        .isEqualTo(204);
                running.page().done("POST", "/api/jobs/" + job + "/completion", "{}");
                own.await("instance", seen -> seen.path("state").asText().equals("COMPLETED"));
            }
        }
    }
}
