package io.feishuhire.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.feishuhire.examples.QuickstartArguments;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A diagram of the user's own: a person does what no worker does, sends what it waits for, and repairs what fails. */
class OwnDiagramInPlaygroundTest {

    private static final BpmnModelInstance DIAGRAM = Bpmn.createExecutableProcess("own")
            .name("My own process")
            .startEvent()
            .serviceTask(
                    "mail",
                    task -> task.name("Send a mail").zeebeJobType("mail").zeebeInput("=mailId", "address"))
            .boundaryEvent("bounced", event -> event.error("BOUNCED"))
            .endEvent("not-sent")
            .moveToActivity("mail")
            .userTask("read", task -> task.zeebeUserTask().zeebeFormId("mine"))
            .intermediateCatchEvent(
                    "answered",
                    event -> event.message(message -> message.name("answer").zeebeCorrelationKey("=mailId")))
            .intermediateCatchEvent("told", event -> event.signal("all-told"))
            .endEvent()
            .done();

    @TempDir
    private static Path folder;

    /** JavaScript would round it. */
    private static final long LONG = 6_960_663_240_925_956_661L;

    private static RunningPlayground running;
    private static PageClient page;

    @BeforeAll
    static void start() throws IOException {
        var file = folder.resolve("own.bpmn");
        Files.writeString(file, Bpmn.convertToString(DIAGRAM));
        Files.createDirectory(folder.resolve("forms"));
        Files.writeString(
                folder.resolve("forms/mine.form"), "{\"id\":\"mine\",\"type\":\"default\",\"components\":[]}");
        running = RunningPlayground.of(new QuickstartArguments.Own(
                file, Optional.empty(), new TreeMap<>(Map.of("mailId", "M-1", "number", LONG))));
        page = running.page();
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
    }

    @Test
    void itIsOfferedWithItsVariablesInThePlaceOfTheExamples() {
        try (var events = page.events(null)) {
            assertThat(events.await("processes", all -> !all.isEmpty()))
                    .singleElement()
                    .satisfies(process -> {
                        assertThat(process.path("id").asText()).isEqualTo("own");
                        assertThat(process.path("name").asText()).isEqualTo("My own process");
                        assertThat(process.path("own").asBoolean()).isTrue();
                        assertThat(process.path("variables").asText())
                                .isEqualTo("{\"mailId\":\"M-1\",\"number\":" + LONG + "}");
                    });
            assertThat(page.call("POST", "/api/bulk", "{\"count\":1}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aPersonDoesWhatNoWorkerDoesAndTakesItToItsEnd() {
        var instance = page.start("own", "{\"mailId\":\"M-1\",\"number\":" + LONG + "}");
        try (var events = page.events(instance)) {
            var job = awaitJob(events, "unserved");
            page.done("POST", "/api/jobs/" + job + "/completion", "{\"variables\":{\"sent\":true}}");
            var task = events.awaitTask(instance, "read");
            assertThat(page.get("/api/tasks/" + task).at("/form/id").asText()).isEqualTo("mine");
            assertThat(page.get("/api/tasks/" + task).at("/variables/sent").asBoolean())
                    .isTrue();
            assertThat(page.get("/api/tasks/" + task).at("/variables/number").textValue())
                    .isEqualTo(Long.toString(LONG));
            page.done("POST", "/api/tasks/" + task + "/completion", "{\"variables\":{}}");

            var message = awaitWait(events, "message");
            assertThat(message.path("name").asText()).isEqualTo("answer");
            assertThat(message.path("correlationKey").asText()).isEqualTo("M-1");
            assertThat(page.call("POST", "/api/messages", "{\"name\":\"answer\",\"correlationKey\":\"M-0\"}")
                            .body())
                    .contains("nothing waits for it with this key");
            page.done(
                    "POST",
                    "/api/messages",
                    "{\"name\":\"answer\",\"correlationKey\":\"M-1\",\"variables\":{\"answer\":\"yes\"}}");

            assertThat(awaitWait(events, "signal").path("name").asText()).isEqualTo("all-told");
            page.done("POST", "/api/signals", "{\"name\":\"all-told\"}");

            var ended =
                    events.await("instance", seen -> seen.path("state").asText().equals("COMPLETED"));
            assertThat(ended.at("/variables/answer").asText()).isEqualTo("yes");
            assertThat(ended.at("/completed/mail").asInt()).isEqualTo(1);
            assertThat(ended.path("flows").size()).isEqualTo(5);
            assertThat(ended.at("/variables/number").textValue()).isEqualTo(Long.toString(LONG));
        }
    }

    @Test
    void aJobThatFailsIsAnIncidentUntilItIsTriedAgain() {
        var instance = page.start("own", "{\"mailId\":\"M-2\"}");
        try (var events = page.events(instance)) {
            var job = awaitJob(events, "unserved");
            page.done("POST", "/api/jobs/" + job + "/failure", "{\"message\":\"no mail server\"}");

            awaitJob(events, "no-retries");
            var incident = awaitIncident(events).at("/incidents/0");
            assertThat(incident.path("message").asText()).isEqualTo("no mail server");
            page.done("POST", "/api/incidents/" + incident.path("key").asText() + "/resolution", "{}");

            awaitJob(events, "unserved");
            events.await("instance", seen -> seen.at("/incidents/0/resolved").asBoolean());
            page.done("POST", "/api/instances/" + instance + "/cancellation", null);
            events.await("instance", seen -> seen.path("state").asText().equals("TERMINATED"));
        }
    }

    @Test
    void anElementThatAnIncidentKeepsFromStartingIsWhereTheTokenIs() {
        var instance = page.start("own", "{}");
        try (var events = page.events(instance)) {
            goOnToTheMessage(instance, events);

            var stuck = awaitIncident(events);
            assertThat(stuck.at("/incidents/0/element").asText()).isEqualTo("answered");
            assertThat(stuck.at("/active/answered").asInt()).isEqualTo(1);
            page.done("POST", "/api/instances/" + instance + "/cancellation", null);
        }
    }

    @Test
    void anIncidentThatAVariableCausesGoesAwayWithAnotherValue() {
        var instance = page.start("own", "{\"mailId\":null}");
        try (var events = page.events(instance)) {
            goOnToTheMessage(instance, events);
            var incident = awaitIncident(events).at("/incidents/0/key").asText();

            page.done("POST", "/api/incidents/" + incident + "/resolution", "{\"variables\":{\"mailId\":\"M-5\"}}");

            var waiting = events.await("instance", seen -> !seen.path("waits").isEmpty());
            assertThat(waiting.at("/waits/0/correlationKey").asText()).isEqualTo("M-5");
            assertThat(waiting.at("/variables/mailId").asText()).isEqualTo("M-5");
            assertThat(waiting.at("/incidents/0/resolved").asBoolean()).isTrue();
            page.done("POST", "/api/instances/" + instance + "/cancellation", null);
        }
    }

    @Test
    void aVariableIsChangedWhereItIsNearestToTheElement() {
        var instance = page.start("own", "{\"mailId\":\"M-6\"}");
        try (var events = page.events(instance)) {
            page.done("POST", "/api/jobs/" + awaitJob(events, "unserved") + "/failure", "{\"message\":\"unknown\"}");
            var incident = awaitIncident(events).at("/incidents/0/key").asText();

            page.done("POST", "/api/incidents/" + incident + "/resolution", "{\"variables\":{\"address\":\"M-7\"}}");

            var again = events.await(
                    "instance", seen -> seen.at("/incidents/0/resolved").asBoolean());
            assertThat(again.at("/local/mail/address").asText()).isEqualTo("M-7");
            assertThat(again.at("/variables/address").isMissingNode()).isTrue();
            page.done("POST", "/api/instances/" + instance + "/cancellation", null);
        }
    }

    @Test
    void aProcessThatATimerOrAMessageStartsIsNotStartedByHand() throws IOException {
        var starts = Bpmn.createExecutableProcess("told");
        starts.startEvent("daily").timerWithCycle("R/P1D").endEvent();
        var file = folder.resolve("told.bpmn");
        Files.writeString(
                file,
                Bpmn.convertToString(
                        starts.startEvent("asked").message("ask").endEvent().done()));
        var own = new QuickstartArguments.Own(file, Optional.empty(), Map.of());
        try (var playground = RunningPlayground.of(own);
                var events = playground.page().events(null)) {
            var refusal = playground.page().call("POST", "/api/processes/told/instances", "{\"variables\":{}}");
            assertThat(refusal.statusCode()).isEqualTo(400);
            assertThat(refusal.body()).contains("by a timer, a message or a signal only");

            playground.page().done("POST", "/api/messages", "{\"name\":\"ask\"}");

            events.await("instances", all -> all.at("/0/process").asText().equals("told"));
        }
    }

    @Test
    void anErrorThatIsThrownByHandTakesTheBoundaryEvent() {
        var instance = page.start("own", "{\"mailId\":\"M-3\"}");
        try (var events = page.events(instance)) {
            var job = awaitJob(events, "unserved");
            assertThat(page.call("POST", "/api/jobs/" + job + "/error", "{\"code\":\" \"}")
                            .statusCode())
                    .isEqualTo(400);
            page.done("POST", "/api/jobs/" + job + "/error", "{\"code\":\"BOUNCED\",\"message\":\"no such address\"}");

            var ended =
                    events.await("instance", seen -> seen.path("state").asText().equals("COMPLETED"));
            assertThat(ended.at("/completed/bounced").asInt()).isEqualTo(1);
            assertThat(ended.at("/errors/0/message").asText()).isEqualTo("no such address");
        }
    }

    @Test
    void anErrorThatNothingCatchesIsAnIncidentAfterWhichTheTaskCanBeCompleted() {
        var instance = page.start("own", "{\"mailId\":\"M-4\"}");
        try (var events = page.events(instance)) {
            var job = awaitJob(events, "unserved");
            page.done("POST", "/api/jobs/" + job + "/error", "{\"code\":\"BUONCED\"}");
            var incident = awaitIncident(events).at("/incidents/0/key").asText();

            page.done("POST", "/api/incidents/" + incident + "/resolution", "{}");
            events.await("instance", seen -> seen.at("/incidents/0/resolved").asBoolean());
            page.done("POST", "/api/jobs/" + awaitJob(events, "unserved") + "/completion", "{}");

            events.awaitTask(instance, "read");
            page.done("POST", "/api/instances/" + instance + "/cancellation", null);
        }
    }

    @Test
    void aDiagramThatTheEngineRefusesIsToldInASentence() throws IOException {
        var broken = folder.resolve("broken.bpmn");
        Files.writeString(
                broken,
                Bpmn.convertToString(Bpmn.createExecutableProcess("broken")
                        .startEvent()
                        .serviceTask("no-type")
                        .done()));
        try (var engine = EmbeddedEngine.start();
                var sandbox = FeishuSandbox.start()) {
            var own = new QuickstartArguments.Own(broken, Optional.empty(), Map.of());
            assertThatThrownBy(() -> PlayedProcesses.ofOwnDiagram(own, engine, sandbox))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The engine refuses this diagram:");
        }
    }

    private static String awaitJob(EventReader events, String state) {
        return events.await(
                        "instance", seen -> seen.at("/jobs/0/state").asText().equals(state))
                .at("/jobs/0/key")
                .asText();
    }

    private static void goOnToTheMessage(String instance, EventReader events) {
        page.done("POST", "/api/jobs/" + awaitJob(events, "unserved") + "/completion", "{}");
        page.done("POST", "/api/tasks/" + events.awaitTask(instance, "read") + "/completion", "{\"variables\":{}}");
    }

    private static JsonNode awaitIncident(EventReader events) {
        return events.await("instance", seen -> !seen.path("incidents").isEmpty());
    }

    private static JsonNode awaitWait(EventReader events, String kind) {
        return events.await(
                        "instance", seen -> seen.at("/waits/0/kind").asText().equals(kind))
                .at("/waits/0");
    }
}
