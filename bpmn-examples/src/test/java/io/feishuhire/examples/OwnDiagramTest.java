package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A diagram of the user's own, taken through by the quickstart with a person at the keyboard. */
class OwnDiagramTest {

    private static final String FORM = """
            {"id": "ask", "type": "default", "components": [
              {"type": "text", "text": "Please"},
              {"type": "group", "components": [
                {"type": "checkbox", "key": "approved", "label": "Approved?", "validate": {"required": true}}]},
              {"type": "textfield", "key": "shown", "label": "Shown", "readonly": true}]}
            """;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    private final Narrator narrator = new Narrator(out);

    @TempDir
    private Path folder;

    @Test
    void itPublishesOnTheSandbox() throws IOException {
        Files.copy(Path.of("publish-minimal.bpmn"), folder.resolve("mine.bpmn"));
        Files.writeString(folder.resolve("variables.json"), "{\"advertisementId\": \"7004000000000000001\"}");

        assertThat(run("", "--diagram=mine.bpmn", "--variables=variables.json")).isZero();

        assertThat(text())
                .containsSubsequence(
                        "Deploying mine.bpmn with 0 forms",
                        "advertisementId: 7004000000000000001",
                        "The process has ended",
                        "publishedAt",
                        "The path it took",
                        "→ Publish advertisement");
    }

    @Test
    void aPersonTypesWhatAFormWouldSetAndTimersAndMessagesGoOn() throws IOException {
        write(
                "mine.bpmn",
                process("mine")
                        .userTask(
                                "decide",
                                task -> task.name("Decide")
                                        .zeebeUserTask()
                                        .zeebeFormId("ask")
                                        .zeebeCandidateGroups("hr"))
                        .intermediateCatchEvent(
                                "wait", event -> event.name("Two hours later").timerWithDuration("PT2H"))
                        .intermediateCatchEvent(
                                "answer",
                                event -> event.name("Answer")
                                        .message(message ->
                                                message.name("answered").zeebeCorrelationKey("=\"4711\"")))
                        .endEvent()
                        .done());
        Files.writeString(folder.resolve("ask.form"), FORM);

        assertThat(run("yes\n{\"approved\": true}\n{\"told\": \"ok\"}\n", "--diagram=mine.bpmn"))
                .isZero();

        assertThat(text())
                .containsSubsequence(
                        "Deploying mine.bpmn with 1 form.",
                        "User task \"Decide\" (group hr)",
                        "approved: Approved? (checkbox, required)",
                        "{\"approved\": true}",
                        "That is no JSON object",
                        "waits at \"Two hours later\" for a timer",
                        "clock by PT",
                        "message \"answered\" with the correlation key \"4711\"",
                        "The process has ended",
                        "\"approved\" : true",
                        "\"told\" : \"ok\"")
                .doesNotContain("Shown");
    }

    @Test
    void withoutAnybodyAtTheKeyboardItSaysWhatIsNeeded() throws IOException {
        write(
                "mine.bpmn",
                process("mine").userTask("decide").zeebeUserTask().endEvent().done());

        assertThat(run("", "--diagram=mine.bpmn")).isEqualTo(1);

        assertThat(text()).containsSubsequence("User task \"decide\".", "no form", "no more input");
    }

    @Test
    void aJobWithoutAWorkerIsToldBeforeAndWhereItStops() throws IOException {
        write(
                "mine.bpmn",
                process("mine")
                        .serviceTask("mail", task -> task.zeebeJobType("mail"))
                        .done());

        assertThat(run("", "--diagram=mine.bpmn")).isEqualTo(1);

        assertThat(text())
                .containsSubsequence(
                        "jobs of the type \"mail\"", "The task \"mail\" waits for a worker", "Feishu Hire");
    }

    @Test
    void anIncidentSaysWhatToDo() throws IOException {
        Files.copy(Path.of("publish-minimal.bpmn"), folder.resolve("mine.bpmn"));

        assertThat(run("", "--diagram=mine.bpmn")).isEqualTo(1);

        assertThat(text())
                .containsSubsequence(
                        "An incident stops the process",
                        "error boundary event with the code FEISHU_INVALID_PARAMETER",
                        "docs/errors.md",
                        "The path it took",
                        "→ Publish advertisement (failed)");
    }

    @Test
    void anIncidentThatIsNoErrorOfFeishuIsOneOfTheDiagram() throws IOException {
        write(
                "mine.bpmn",
                process("mine")
                        .intermediateCatchEvent("wait", event -> event.timerWithDurationExpression("nothing"))
                        .done());

        assertThat(run("", "--diagram=mine.bpmn")).isEqualTo(1);

        assertThat(text())
                .containsSubsequence("An incident stops the process", "Put right in the diagram", "wait (failed)");
    }

    @Test
    void aLoopOfTimersEndsAndEachOfThemIsToldOnce() throws IOException {
        write(
                "mine.bpmn",
                process("mine")
                        .exclusiveGateway("again")
                        .intermediateCatchEvent(
                                "wait", event -> event.name("Wait").timerWithDuration("PT1H"))
                        .connectTo("again")
                        .done());

        assertThat(run("", "--diagram=mine.bpmn")).isEqualTo(1);

        assertThat(text()).contains("stops here, after 50 timers, at \"Wait\"", "would go on for ever");
        assertThat(text().lines().filter(line -> line.contains("\"Wait\" for a timer.")))
                .hasSize(50);
        assertThat(text().lines().filter(line -> line.endsWith(" Wait"))).hasSize(50);
    }

    @Test
    @Timeout(60)
    void aSignalIsNotSent() throws IOException {
        write(
                "mine.bpmn",
                process("mine")
                        .intermediateCatchEvent(
                                "wait", event -> event.name("Hired").signal("hired"))
                        .done());

        assertThat(run("", "--diagram=mine.bpmn")).isEqualTo(1);

        assertThat(text()).contains("waits at \"Hired\" for a signal, which the quickstart does not send");
    }

    @Test
    @Timeout(60)
    void aCalledProcessThatWaitsIsNotTakenThrough() throws IOException {
        var caller = Bpmn.convertToString(process("caller")
                .callActivity("call", call -> call.zeebeProcessId("called"))
                .done());
        write("mine.bpmn", process("called").userTask("decide").zeebeUserTask().done());
        var called = Files.readString(folder.resolve("mine.bpmn"));
        var inner = called.substring(called.indexOf("<process"), called.indexOf("</process>") + "</process>".length());
        Files.writeString(folder.resolve("mine.bpmn"), caller.replaceFirst("</process>", "</process>" + inner));

        assertThat(run("", "--diagram=mine.bpmn", "--process=caller")).isEqualTo(1);

        assertThat(text())
                .containsSubsequence("a process that it has called", "Run that diagram by itself", "-Dprocess");
    }

    @Test
    void aBrokenFormMattersOnlyWhereItMayBeTheOneThatIsNeeded() throws IOException {
        write("none.bpmn", process("none").endEvent().done());
        write(
                "mine.bpmn",
                process("mine")
                        .userTask("decide")
                        .zeebeUserTask()
                        .zeebeFormId("ask")
                        .done());
        Files.writeString(folder.resolve("broken.form"), "{");

        assertThat(run("", "--diagram=none.bpmn")).isZero();
        assertRefused("broken.form is no JSON", "--diagram=mine.bpmn");
        Files.writeString(folder.resolve("ask.form"), FORM);
        assertThat(run("\n", "--diagram=mine.bpmn")).isZero();
    }

    @Test
    void aDiagramThatTheEngineRefusesIsToldWithItsReason() throws IOException {
        write("mine.bpmn", process("mine").serviceTask("untyped").done());

        assertThat(run("", "--diagram=mine.bpmn")).isEqualTo(1);

        assertThat(text())
                .containsSubsequence("The engine refuses this diagram", "untyped")
                .doesNotContain("\tat ");
    }

    @Test
    void ofSeveralProcessesOneHasToBeChosen() throws IOException {
        var two = Bpmn.convertToString(process("one").done());
        var other = Bpmn.convertToString(process("two").done());
        var inner = other.substring(other.indexOf("<process"), other.indexOf("</process>") + "</process>".length());
        Files.writeString(
                folder.resolve("mine.bpmn"),
                two.replaceFirst("</process>", "</process>" + inner.replace("startEvent_", "other_")));

        assertRefused("several processes", "--diagram=mine.bpmn");
        assertRefused("no executable process \"three\". It has: one, two", "--diagram=mine.bpmn", "--process=three");
    }

    @Test
    void whatCannotBeRunIsRefusedInASentence() throws IOException {
        write(
                "mine.bpmn",
                process("mine")
                        .userTask("decide")
                        .zeebeUserTask()
                        .zeebeFormId("ask")
                        .done());
        Files.writeString(folder.resolve("broken.bpmn"), "<nothing");
        var notExecutable = process("mine").done();
        notExecutable
                .getModelElementsByType(io.camunda.zeebe.model.bpmn.instance.Process.class)
                .forEach(process -> process.setExecutable(false));
        write("plan.bpmn", notExecutable);

        assertRefused("There is no file", "--diagram=none.bpmn");
        assertRefused("no BPMN 2.0 diagram", "--diagram=broken.bpmn");
        assertRefused("a form with the id \"ask\"", "--diagram=mine.bpmn");
        assertRefused("no executable process", "--diagram=plan.bpmn");
        assertRefused("no JSON object", "--diagram=mine.bpmn", "--variables={a");
        assertRefused("There is no file", "--diagram=mine.bpmn", "--variables=none.json");
        assertRefused("add -Ddiagram", "--variables={}");
        assertRefused("There is no example \"publish\"", "--example=publish");
    }

    @Test
    void itRunsOnTheSandboxOnly() throws IOException {
        write("mine.bpmn", process("mine").done());
        var arguments = new String[] {"--folder=" + folder, "--diagram=mine.bpmn"};

        assertThat(Quickstart.run(arguments, Map.of("CAMUNDA_GRPC_ADDRESS", "http://127.0.0.1:1"), narrator, out))
                .isEqualTo(2);
        assertThat(text()).contains("a sandbox and an embedded engine of its own", "unset CAMUNDA_GRPC_ADDRESS");
        assertThat(Quickstart.run(
                        arguments,
                        Map.of(
                                "FEISHU_APP_ID",
                                "cli_sandbox",
                                "FEISHU_APP_SECRET",
                                "x",
                                "FEISHU_HIRE_BASE_URL",
                                "http://127.0.0.1:1"),
                        narrator,
                        out))
                .isEqualTo(2);
        assertThat(text()).contains("unset FEISHU_APP_ID, FEISHU_APP_SECRET").doesNotContain("FEISHU_ADVERTISEMENT_ID");
    }

    private void assertRefused(String sentence, String... arguments) {
        output.reset();
        assertThat(Quickstart.run(withFolder(arguments), Map.of(), narrator, out))
                .isEqualTo(2);
        assertThat(text().lines()).hasSize(1);
        assertThat(text()).contains(sentence);
    }

    private int run(String typed, String... arguments) {
        var asked = QuickstartArguments.of(List.of(withFolder(arguments)));
        var keyboard = new Keyboard(new BufferedReader(new StringReader(typed)));
        return Quickstart.run(asked, Map.of(), keyboard, narrator, out);
    }

    private String[] withFolder(String... arguments) {
        return Stream.concat(Stream.of("--folder=" + folder), Stream.of(arguments))
                .toArray(String[]::new);
    }

    private static StartEventBuilder process(String id) {
        return Bpmn.createExecutableProcess(id).startEvent();
    }

    private void write(String name, BpmnModelInstance diagram) throws IOException {
        Files.writeString(folder.resolve(name), Bpmn.convertToString(diagram));
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
