package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.CreatedJob;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.RecordedRequest;
import io.feishuhire.sandbox.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bulk of requisitions at a Feishu that accepts a code twice, so that only the connector prevents a second job. The
 * process is the starter diagram.
 */
class CreatedOnceIT {

    private static final Path STARTER = Path.of("../element-templates/starter/feishu-hire-create-job-starter.bpmn");
    private static final String CREATED = "job-created";
    private static final String ALREADY_CREATED = "feishu-job-already-created-end";

    private static final int REQUISITIONS = 200;
    private static final int BEFORE_THE_REVOCATION = 60;
    private static final int BEFORE_THE_CRASH = 90;
    /** One less than the executions that the connector lets in at ten threads, so that the bulk goes on. */
    private static final int LOST_ANSWERS = 2;
    /** Jobs whose result is on its way to the engine are lost in a crash, too. */
    private static final int THREADS = 10;

    private static final int TOKEN_REVOKED = 99_991_663;

    /** A job that is handed out while its first execution still runs could be created twice. */
    private static final Duration LONGER_THAN_AN_EXECUTION = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Map<String, Object> REQUISITION = Map.of(
            "title", "Backend engineer",
            "recruiter", "ou_7010000000000000001",
            "hiringManagers", List.of("ou_7010000000000000002"),
            "processType", "1",
            "processId", "7005000000000000001",
            "jobTypeId", "7006000000000000001",
            "recruitmentTypeId", "101",
            "departmentId", "od-10");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    @AutoClose
    private final FeishuSandbox sandbox = FeishuSandbox.start();

    @AutoClose
    private final EmbeddedEngine engine = EmbeddedEngine.start();

    @Test
    void eachRequisitionBecomesOneJobThoughTheTokenIsRevokedAndTheRuntimeCrashes() throws IOException {
        var process = engine.deploy(diagram());
        var instances = IntStream.range(0, REQUISITIONS)
                .mapToObj(i -> engine.start(process, REQUISITION))
                .toList();
        var start = System.nanoTime();
        List<ProcessHistory> histories;
        try (var runtime = startRuntime()) {
            awaitCreated(BEFORE_THE_REVOCATION);
            sandbox.revokeTokens();
            awaitCreated(BEFORE_THE_CRASH);
            loseAnswers();
            runtime.kill();
            runtime.startAgain();
            histories = instances.stream()
                    .map(instance -> engine.awaitCompleted(instance, PATIENCE))
                    .toList();
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var created = histories.stream().filter(endedAt(CREATED)).toList();
        var alreadyCreated = histories.stream().filter(endedAt(ALREADY_CREATED)).toList();
        System.out.printf(
                "%d requisitions: created %d, FEISHU_JOB_ALREADY_CREATED %d, jobs in Feishu %d, HTTP 429 %d, %.1f s%n",
                REQUISITIONS,
                created.size(),
                alreadyCreated.size(),
                sandbox.createdJobs().size(),
                count(request -> request.status() == 429),
                seconds);

        assertThat(sandbox.createdJobs())
                .extracting(CreatedJob::code)
                .doesNotHaveDuplicates()
                .hasSize(REQUISITIONS);
        assertThat(histories)
                .as("each instance knows a job of its own")
                .extracting(CreatedOnceIT::jobId)
                .containsExactlyInAnyOrderElementsOf(
                        sandbox.createdJobs().stream().map(CreatedJob::jobId).toList());
        assertThat(created.size() + alreadyCreated.size()).isEqualTo(REQUISITIONS);
        assertThat(alreadyCreated).hasSizeBetween(LOST_ANSWERS, THREADS);
        assertThat(histories)
                .allSatisfy(history -> assertThat(history.incidents()).isEmpty());
        assertThat(count(request -> request.status() == 429)).isZero();
        assertThat(count(request -> request.code() != null && request.code() == TOKEN_REVOKED))
                .as("requests with the revoked token")
                .isPositive();
    }

    /** The starter diagram as it is, but for the sandbox in the place of Feishu. */
    private String diagram() throws IOException {
        var region = "<zeebe:input source=\"feishu\" target=\"connection.region\" />";
        var starter = Files.readString(STARTER);
        assertThat(starter)
                .contains(region, "<zeebe:input source=\"=true\" target=\"position.lookForCode\" />")
                .doesNotContain("position.code");
        return starter.replace(
                region,
                region.replace("feishu", "custom") + "<zeebe:input source=\"" + sandbox.baseUrl()
                        + "\" target=\"connection.baseUrl\" />");
    }

    private ConnectorRuntimeProcess startRuntime() {
        return PackagedConnector.runtimeWith(
                PackagedConnector.jar(),
                engine.grpcAddress(),
                LONGER_THAN_AN_EXECUTION,
                directory.resolve("runtime.log"));
    }

    private void awaitCreated(int jobs) {
        await(jobs + " created jobs")
                .atMost(PATIENCE)
                .until(() -> sandbox.createdJobs().size() >= jobs);
    }

    /** Has Feishu create jobs whose answers do not come. */
    private void loseAnswers() {
        for (var i = 0; i < LOST_ANSWERS; i++) {
            sandbox.next(Endpoint.CREATE_JOB, Reply.afterEffect(Reply.neverAnswers()));
        }
        await("created jobs without an answer")
                .atMost(PATIENCE)
                .until(() -> count(request -> request.endpoint() == Endpoint.CREATE_JOB && request.status() == 0)
                        == LOST_ANSWERS);
    }

    private long count(Predicate<RecordedRequest> wanted) {
        return sandbox.requests().stream().filter(wanted).count();
    }

    private static Predicate<ProcessHistory> endedAt(String end) {
        return history -> history.completedElements().contains(end);
    }

    private static Object jobId(ProcessHistory history) {
        var variable = endedAt(CREATED).test(history) ? "createdJob" : "feishuError";
        return ((Map<?, ?>) history.variables().get(variable)).get("jobId");
    }
}
