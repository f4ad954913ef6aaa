package io.feishuhire.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.localcamunda.ProcessHistory.JobState;
import io.feishuhire.playground.EngineTime.Move;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EngineTimeTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Move A_DAY = new Move.By(Duration.ofDays(1));

    @AutoClose
    private final EmbeddedEngine engine = EmbeddedEngine.start();

    private final Changes changes = new Changes();
    private final EngineTime time = new EngineTime(engine, new WorkedTypes(), changes);

    @Test
    void theClockMovesAtOnceWhenNoConnectorWorks() {
        assertThat(time.ask(A_DAY)).isTrue();

        assertThat(engine.ahead()).isEqualTo(Duration.ofDays(1));
        assertThat(time.pending()).isEmpty();
    }

    @Test
    void theClockWaitsForAConnectorAndThenMovesByItself() {
        engine.onChange(changes::signal);
        try (var background = new Background(time, rate(), new EngineHealth(engine, changes), changes)) {
            assertThat(background).isNotNull();
            var job = startWithJob(PublishRate.JOB_TYPE);

            assertThat(time.ask(A_DAY)).isFalse();
            assertThat(time.pending()).contains(A_DAY);
            assertThat(time.busy().map(busy -> busy.job().key())).containsExactly(job.key());
            assertThat(engine.ahead()).isZero();

            engine.client().newCompleteCommand(job.key()).send().join();

            Awaitility.await().atMost(SOON).until(() -> time.pending().isEmpty());
            assertThat(engine.ahead()).isEqualTo(Duration.ofDays(1));
        }
    }

    @Test
    void aMoveThatWaitsCanBeGivenUp() {
        var job = startWithJob(PublishRate.JOB_TYPE);
        time.ask(A_DAY);

        time.giveUp();
        engine.client().newCompleteCommand(job.key()).send().join();

        assertThat(time.moveIfIdle()).isFalse();
        assertThat(engine.ahead()).isZero();
    }

    @Test
    void aJobThatBacksOffOrThatNoWorkerServesHoldsNothingUp() {
        startWithJob("mail");
        var job = startWithJob(PublishRate.JOB_TYPE);
        engine.client()
                .newFailCommand(job.key())
                .retries(1)
                .retryBackoff(Duration.ofHours(1))
                .send()
                .join();
        Awaitility.await().atMost(SOON).until(() -> time.busy().findAny().isEmpty());

        assertThat(time.ask(A_DAY)).isTrue();
    }

    @Test
    void theClockMovesToTheNextTimerOfAllInstances() {
        startWithTimer("week", "P7D");
        startWithTimer("hours", "PT3H");
        assertThat(time.nextTimer()).hasValueSatisfying(next -> {
            assertThat(next.elementId()).isEqualTo("hours");
            assertThat(next.processId()).isEqualTo("hours-process");
        });

        time.ask(new Move.ToNextTimer());

        assertThat(engine.ahead())
                .isBetween(Duration.ofHours(2), Duration.ofHours(3).plusSeconds(1));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> time.nextTimer()
                        .filter(next -> next.elementId().equals("week"))
                        .isPresent());
    }

    @Test
    void aTimerThatStartsAProcessIsNextTooAgainAndAgain() {
        startWithTimer("week", "P7D");
        var process = Bpmn.createExecutableProcess("every-day")
                .startEvent("morning")
                .timerWithCycle("R/P1D")
                .endEvent()
                .done();
        engine.deploy(Bpmn.convertToString(process));
        var first = time.nextTimer().orElseThrow();
        assertThat(first.processId()).isEqualTo("every-day");
        assertThat(first.elementId()).isEqualTo("morning");
        startWithTimer("hour", "PT1H");
        assertThat(time.nextTimer()).map(EngineTime.NextTimer::elementId).contains("hour");
        time.ask(new Move.ToNextTimer());
        Awaitility.await().atMost(SOON).until(() -> time.nextTimer().equals(Optional.of(first)));

        time.ask(new Move.ToNextTimer());

        Awaitility.await()
                .atMost(SOON)
                .until(() -> time.nextTimer()
                        .filter(next ->
                                next.elementId().equals("morning") && next.due().isAfter(first.due()))
                        .isPresent());
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(engine.histories())
                        .filteredOn(instance -> instance.processId().equals("every-day"))
                        .singleElement()
                        .satisfies(instance -> assertThat(instance.waits()).isEmpty()));
    }

    private ProcessHistory.Job startWithJob(String type) {
        var process = Bpmn.createExecutableProcess("work-" + type.replace(':', '-'))
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(type))
                .endEvent()
                .done();
        long instance = engine.start(engine.deploy(Bpmn.convertToString(process)), Map.of());
        return engine.await(
                        instance,
                        "a job",
                        now -> now.openJobs().stream().anyMatch(job -> job.state() == JobState.READY),
                        SOON)
                .openJobs()
                .getFirst();
    }

    private void startWithTimer(String element, String duration) {
        var process = Bpmn.createExecutableProcess(element + "-process")
                .startEvent()
                .intermediateCatchEvent(element, event -> event.timerWithDuration(duration))
                .endEvent()
                .done();
        long instance = engine.start(engine.deploy(Bpmn.convertToString(process)), Map.of());
        engine.await(instance, "a timer", now -> !now.waits().isEmpty(), SOON);
    }

    private PublishRate rate() {
        return new PublishRate(engine::ahead, InstantSource.system(), () -> 0, () -> 10);
    }
}
