package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.feishuhire.localcamunda.ProcessHistory.Job;
import io.feishuhire.localcamunda.ProcessHistory.JobState;
import io.feishuhire.localcamunda.ProcessHistory.Step;
import io.feishuhire.localcamunda.ProcessHistory.ThrownError;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an open job waits for, from its creation to its end. */
class OpenJobsTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @AutoClose
    private final EmbeddedEngine engine = EmbeddedEngine.start();

    private long instance;
    private long job;

    @BeforeEach
    void startAnInstanceWithAJob() {
        instance = engine.start(
                engine.deploy(Bpmn.convertToString(Bpmn.createExecutableProcess("mail")
                        .startEvent()
                        .serviceTask("send", task -> task.zeebeJobType("mail").zeebeJobRetries("2"))
                        .endEvent()
                        .done())),
                Map.of());
        job = await(open -> open.state() == JobState.READY).key();
    }

    @Test
    void aJobThatFailedBacksOffUntilItsTimeHasCome() {
        fail(1, Duration.ofHours(1));
        assertThat(await(open -> open.state() == JobState.BACKING_OFF).retries())
                .isEqualTo(1);

        engine.increaseTime(Duration.ofHours(2));

        await(open -> open.state() == JobState.READY);
    }

    @Test
    void aJobThatFailedWithoutABackOffIsReadyAtOnce() {
        fail(1, Duration.ZERO);

        await(open -> open.state() == JobState.READY && open.retries() == 1);
    }

    @Test
    void aJobWithoutRetriesWaitsUntilItsIncidentIsResolved() {
        fail(0, Duration.ZERO);
        var incident = engine.awaitIncident(instance, SOON);
        await(open -> open.state() == JobState.NO_RETRIES_LEFT);

        engine.client().newUpdateRetriesCommand(job).retries(3).send().join();
        await(open -> open.state() == JobState.NO_RETRIES_LEFT && open.retries() == 3);
        engine.client().newResolveIncidentCommand(incident.key()).send().join();

        await(open -> open.state() == JobState.READY && open.retries() == 3);
    }

    @Test
    void aJobWhoseErrorNothingCaughtComesBackWithItsIncidentResolved() {
        engine.client().newThrowErrorCommand(job).errorCode("NOPE").send().join();
        var incident = engine.awaitIncident(instance, SOON);
        var history = engine.history(instance);
        assertThat(history.openJobs()).isEmpty();
        assertThat(history.errorsThrown()).containsExactly(new ThrownError("send", "NOPE", ""));
        assertThat(history.steps()).contains(new Step("send", true));

        engine.client().newResolveIncidentCommand(incident.key()).send().join();

        assertThat(await(open -> open.state() == JobState.READY).key()).isEqualTo(job);
        engine.client().newCompleteCommand(job).send().join();
        assertThat(engine.awaitCompleted(instance, SOON).openJobs()).isEmpty();
    }

    private void fail(int retries, Duration backOff) {
        engine.client()
                .newFailCommand(job)
                .retries(retries)
                .retryBackoff(backOff)
                .send()
                .join();
    }

    private Job await(Predicate<Job> condition) {
        return engine.await(instance, "a job", now -> now.openJobs().stream().anyMatch(condition), SOON)
                .openJobs()
                .getFirst();
    }
}
