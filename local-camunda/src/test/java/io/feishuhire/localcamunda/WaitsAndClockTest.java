package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.feishuhire.localcamunda.ProcessHistory.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WaitsAndClockTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @AutoClose
    private final EmbeddedEngine engine = EmbeddedEngine.start();

    @Test
    void aTimerIsWaitedForUntilTheClockHasPassedIt() {
        var before = Instant.now();
        long instance = Diagrams.run(engine, Diagrams.waiting("timer"));
        var waiting = awaitWait(instance);

        var timer = ProcessHistory.nextTimer(waiting.waits()).orElseThrow();
        assertThat(timer.elementId()).isEqualTo("hour");
        assertThat(timer.due())
                .isBetween(before.plus(Duration.ofHours(1)), engine.now().plus(Duration.ofHours(1)));
        assertThat(waiting.processId()).isEqualTo("timer");
        assertThat(waiting.startedAt()).isBetween(before.minusMillis(1), engine.now());

        var by = engine.increaseTimePast(timer.due());

        assertThat(by)
                .isEqualTo(engine.ahead())
                .isLessThanOrEqualTo(Duration.ofHours(1).plusSeconds(1));
        assertThat(engine.now()).isAfter(timer.due());
        assertThat(engine.awaitCompleted(instance, SOON).waits()).isEmpty();
    }

    @Test
    void whatInterruptsATaskEndsItsOtherWaitsAndItsJob() {
        long instance = engine.start(
                engine.deploy(Bpmn.convertToString(Bpmn.createExecutableProcess("interrupted")
                        .startEvent()
                        .serviceTask("work", task -> task.zeebeJobType("work"))
                        .boundaryEvent("late", event -> event.timerWithDuration("P1D"))
                        .endEvent()
                        .moveToActivity("work")
                        .boundaryEvent(
                                "stopped",
                                event -> event.message(
                                        message -> message.name("stop").zeebeCorrelationKey("=\"C-1\"")))
                        .endEvent()
                        .moveToActivity("work")
                        .boundaryEvent(
                                "changed",
                                event -> event.message(
                                        message -> message.name("change").zeebeCorrelationKey("=\"C-1\"")))
                        .userTask("next", task -> task.zeebeUserTask())
                        .endEvent()
                        .moveToActivity("work")
                        .endEvent()
                        .done())),
                Map.of());
        var working = engine.await(
                instance,
                "its waits",
                now -> now.waits().size() == 3 && now.openJobs().size() == 1,
                SOON);
        assertThat(working.activeElements()).containsExactly("work");

        publish("change", "C-1");
        engine.awaitUserTask(instance, "next", SOON);

        var after = engine.history(instance);
        assertThat(after.waits()).isEmpty();
        assertThat(after.openJobs()).isEmpty();
    }

    @Test
    void aTimeThatHasPassedMovesTheClockByAMomentOnly() {
        assertThat(engine.increaseTimePast(engine.now().minus(Duration.ofDays(1))))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theHistoriesAreThoseOfAllInstancesTheOldestFirstAndOfNoOther() {
        assertThat(engine.history(4711).processId()).isEmpty();
        assertThat(engine.find(4711)).isEmpty();
        long first = Diagrams.run(engine, Diagrams.waiting("one"));
        long second = Diagrams.run(engine, Diagrams.waiting("one"));
        awaitWait(first);
        awaitWait(second);

        assertThat(engine.histories())
                .extracting(ProcessHistory::processInstanceKey)
                .containsExactly(first, second);
        assertThat(engine.find(second)).isPresent();
    }

    @Test
    void ofTwoTimersTheOneThatIsDueFirstIsNext() {
        long instance = Diagrams.run(
                engine,
                Bpmn.createExecutableProcess("timers")
                        .startEvent()
                        .userTask("wait", task -> task.zeebeUserTask())
                        .boundaryEvent("day", event -> event.timerWithDuration("P1D"))
                        .endEvent()
                        .moveToActivity("wait")
                        .boundaryEvent("hour", event -> event.timerWithDuration("PT1H"))
                        .endEvent()
                        .done());

        var waits = engine.await(instance, "two timers", now -> now.waits().size() == 2, SOON)
                .waits();

        assertThat(ProcessHistory.nextTimer(waits)).map(Wait::elementId).contains("hour");
    }

    @Test
    void aStartTimerIsWaitedForUntilItGoesOff() throws InterruptedException {
        var process = Bpmn.createExecutableProcess("once")
                .startEvent("then")
                .timerWithDuration("PT1H")
                .endEvent()
                .done();
        engine.deploy(Bpmn.convertToString(process));
        var heard = new CountDownLatch(1);
        engine.onChange(() -> {
            if (engine.startTimers().isEmpty() && !engine.histories().isEmpty()) {
                heard.countDown();
            }
        });
        var timer = engine.startTimers().getFirst();
        assertThat(timer.processId()).isEqualTo("once");
        assertThat(timer.elementId()).isEqualTo("then");
        assertThat(timer.due()).isBetween(engine.now(), engine.now().plus(Duration.ofHours(1)));

        engine.increaseTimePast(timer.due());

        assertThat(heard.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(engine.histories()).extracting(ProcessHistory::processId).containsExactly("once");
    }

    @Test
    void aStartTimerEndsWithItsVersionOfTheProcess() {
        deployDaily("P1D");
        deployDaily("P7D");

        assertThat(engine.startTimers())
                .singleElement()
                .satisfies(timer -> assertThat(timer.due()).isAfter(engine.now().plus(Duration.ofDays(6))));
    }

    @Test
    void aMessageIsWaitedForUntilItComes() {
        long instance = Diagrams.run(
                engine,
                Bpmn.createExecutableProcess("message")
                        .startEvent()
                        .intermediateCatchEvent(
                                "filled",
                                event -> event.message(message ->
                                        message.name("position-filled").zeebeCorrelationKey("=\"A-1\"")))
                        .endEvent()
                        .done());

        assertThat(awaitWait(instance).waits()).singleElement().isInstanceOfSatisfying(Wait.ForMessage.class, wait -> {
            assertThat(wait.elementId()).isEqualTo("filled");
            assertThat(wait.name()).isEqualTo("position-filled");
            assertThat(wait.correlationKey()).isEqualTo("A-1");
        });

        publish("position-filled", "A-1");

        assertThat(engine.awaitCompleted(instance, SOON).waits()).isEmpty();
    }

    @Test
    void anEventThatDoesNotInterruptWaitsForTheNextMessageToo() {
        long instance = Diagrams.run(
                engine,
                Bpmn.createExecutableProcess("asked-again")
                        .startEvent()
                        .userTask("work", task -> task.zeebeUserTask())
                        .boundaryEvent(
                                "asked",
                                event -> event.cancelActivity(false)
                                        .message(message -> message.name("ask").zeebeCorrelationKey("=\"B-1\"")))
                        .endEvent("answered")
                        .moveToActivity("work")
                        .endEvent()
                        .done());
        awaitWait(instance);

        publish("ask", "B-1");
        var after = engine.await(
                instance, "the answer", now -> now.completedElements().contains("answered"), SOON);

        assertThat(after.waits()).extracting(Wait::elementId).containsExactly("asked");
        publish("ask", "B-1");
        engine.await(
                instance,
                "another answer",
                now -> now.completedElements().stream()
                                .filter("answered"::equals)
                                .count()
                        == 2,
                SOON);
    }

    @Test
    void aSignalIsWaitedForAtAnEventAtABoundaryAndBehindAGateway() {
        long instance = Diagrams.run(
                engine,
                Bpmn.createExecutableProcess("signals")
                        .startEvent()
                        .parallelGateway("all")
                        .intermediateCatchEvent("event", event -> event.signal("told"))
                        .endEvent()
                        .moveToNode("all")
                        .userTask("work", task -> task.zeebeUserTask())
                        .boundaryEvent("boundary", event -> event.signal("told"))
                        .endEvent()
                        .moveToNode("all")
                        .eventBasedGateway("either")
                        .intermediateCatchEvent("behind", event -> event.signal("told"))
                        .endEvent()
                        .moveToNode("either")
                        .intermediateCatchEvent("later", event -> event.timerWithDuration("PT1H"))
                        .endEvent()
                        .done());

        var waiting = engine.await(instance, "four waits", now -> now.waits().size() == 4, SOON);

        assertThat(waiting.waits())
                .filteredOn(Wait.ForSignal.class::isInstance)
                .extracting(Wait::elementId)
                .containsExactlyInAnyOrder("event", "boundary", "behind");
        engine.client().newBroadcastSignalCommand().signalName("told").send().join();
        var ended = engine.await(instance, "its end", now -> now.state() == ProcessInstanceState.COMPLETED, SOON);
        assertThat(ended.waits()).isEmpty();
    }

    @Test
    void aUserTaskSeesWhatAllScopesAroundItHold() {
        long instance = engine.start(
                engine.deploy(Bpmn.convertToString(Bpmn.createExecutableProcess("scopes")
                        .startEvent()
                        .subProcess(
                                "inner",
                                inner -> inner.zeebeInput("inner", "where")
                                        .zeebeInput("yes", "hidden")
                                        .embeddedSubProcess()
                                        .startEvent()
                                        .userTask(
                                                "read",
                                                task -> task.zeebeUserTask().zeebeInput("task", "where"))
                                        .endEvent())
                        .endEvent()
                        .done())),
                Map.of("where", "outer", "asked", 7));
        long task = engine.awaitUserTask(instance, "read", SOON);

        assertThat(engine.variablesSeenBy(instance, task))
                .containsExactlyInAnyOrderEntriesOf(Map.of("where", "task", "hidden", "yes", "asked", 7));
        assertThat(engine.variablesSeenBy(instance, 4711)).isEmpty();
        assertThat(engine.history(instance).openUserTasks().getFirst().createdAt())
                .isBetween(engine.history(instance).startedAt(), engine.now());
    }

    @Test
    void aListenerLearnsOfAStartTimerAlthoughItIsInNoInstance() throws InterruptedException {
        var heard = heardWhen(() -> !engine.startTimers().isEmpty());

        deployDaily("P1D");

        assertThat(heard.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(engine.histories()).isEmpty();
    }

    @Test
    void aListenerLearnsOfAnInstanceAndOfAWorker() throws InterruptedException {
        var started = heardWhen(() -> !engine.histories().isEmpty());
        long instance = Diagrams.run(engine, Diagrams.waiting("heard"));
        assertThat(started.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(engine.histories())
                .extracting(ProcessHistory::processInstanceKey, ProcessHistory::state)
                .contains(tuple(instance, ProcessInstanceState.ACTIVE));

        assertThat(engine.hasBeenPolledFor("mail")).isFalse();
        var polled = heardWhen(() -> engine.hasBeenPolledFor("mail"));
        engine.client()
                .newActivateJobsCommand()
                .jobType("mail")
                .maxJobsToActivate(1)
                .send()
                .join();
        assertThat(polled.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** Counts down at the first change after which something is so. */
    private CountDownLatch heardWhen(BooleanSupplier isSo) {
        var heard = new CountDownLatch(1);
        engine.onChange(() -> {
            if (isSo.getAsBoolean()) {
                heard.countDown();
            }
        });
        return heard;
    }

    private void deployDaily(String cycle) {
        engine.deploy(Bpmn.convertToString(Bpmn.createExecutableProcess("daily")
                .startEvent("then")
                .timerWithCycle("R/" + cycle)
                .endEvent()
                .done()));
    }

    private ProcessHistory awaitWait(long instance) {
        return engine.await(instance, "a wait", now -> !now.waits().isEmpty(), SOON);
    }

    private void publish(String name, String correlationKey) {
        engine.client()
                .newPublishMessageCommand()
                .messageName(name)
                .correlationKey(correlationKey)
                .send()
                .join();
    }
}
