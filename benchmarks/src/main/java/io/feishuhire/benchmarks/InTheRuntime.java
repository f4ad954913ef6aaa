package io.feishuhire.benchmarks;

import io.camunda.client.CamundaClient;
import io.feishuhire.localcamunda.ConnectorRuntimeMain;
import io.feishuhire.localcamunda.ZeebeDistribution;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Process instances a second on the real distribution, in one stock connector runtime: our task against what a modeler
 * draws with Camunda's REST connector, a task for the token and a task to publish. In turns, so many instances under
 * way at a time, limit off. Arguments: rounds, instances in each, instances to warm up with.
 */
public final class InTheRuntime {

    private static final int UNDER_WAY = 64;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** When the broker says that it has enough to do. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

    private InTheRuntime() {}

    private enum Diagram {
        OURS("publish-minimal"),
        REST_CONNECTOR("rest-connector");

        private final String processId;

        Diagram(String processId) {
            this.processId = processId;
        }
    }

    /** Prints the medians. The system property {@code distribution} says where the distribution was unpacked. */
    public static void main(String[] args) throws Exception {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        var instances = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        var warmUp = args.length > 2 ? Integer.parseInt(args[2]) : 3_000;
        var data = Files.createTempDirectory("in-the-runtime");
        try (var feishu = OtherJvm.leanFeishu();
                var zeebe = ZeebeDistribution.in(Path.of(System.getProperty("distribution")), data)) {
            zeebe.start();
            try (var runtime = runtime(zeebe)) {
                runtime.awaitLine(RuntimeStart.STARTED);
                runtime.ignoreOutput();
                measure(zeebe.client(), feishu.url().toString(), rounds, instances, warmUp);
            }
        } finally {
            delete(data);
        }
    }

    private static OtherJvm runtime(ZeebeDistribution zeebe) throws IOException {
        var environment = Map.of(
                "CAMUNDA_CLIENT_GRPC_ADDRESS", zeebe.grpcAddress().toString(),
                "SECRET_FEISHU_APP_ID", "cli_0",
                "SECRET_FEISHU_APP_SECRET", "secret",
                "FEISHU_HIRE_PUBLISHES_PER_SECOND", "1000");
        return OtherJvm.start(
                System.getProperty("java.class.path"), environment, List.of(), ConnectorRuntimeMain.class);
    }

    private static void measure(CamundaClient client, String server, int rounds, int instances, int warmUp)
            throws InterruptedException {
        var perSecond = new EnumMap<Diagram, Samples>(Diagram.class);
        for (var diagram : Diagram.values()) {
            client.newDeployResourceCommand()
                    .addResourceFromClasspath(diagram.processId + ".bpmn")
                    .send()
                    .join();
            perSecond.put(diagram, new Samples());
        }
        for (var diagram : Diagram.values()) {
            run(client, diagram, server, warmUp);
        }
        for (var round = 0; round < rounds; round++) {
            for (var diagram : Diagram.values()) {
                perSecond.get(diagram).add(run(client, diagram, server, instances));
            }
        }
        System.out.printf("%nInstances a second, %d rounds of %,d%n", rounds, instances);
        System.out.println("| diagram | median | lowest | highest |");
        System.out.println("|---|---|---|---|");
        perSecond.forEach((diagram, its) ->
                System.out.printf("| %s | %.0f | %.0f | %.0f |%n", diagram, its.median(), its.lowest(), its.highest()));
        System.out.printf(
                "Ours is %.2f times as fast.%n",
                perSecond.get(Diagram.OURS).median()
                        / perSecond.get(Diagram.REST_CONNECTOR).median());
    }

    private static double run(CamundaClient client, Diagram diagram, String server, int instances)
            throws InterruptedException {
        var free = new Semaphore(UNDER_WAY);
        var failure = new AtomicReference<Throwable>();
        var start = System.nanoTime();
        for (var instance = 0; instance < instances && failure.get() == null; instance++) {
            free.acquire();
            start(client, diagram, server, free, failure);
        }
        free.acquire(UNDER_WAY);
        if (failure.get() != null) {
            throw new IllegalStateException("An instance did not end", failure.get());
        }
        return instances * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }

    private static void start(
            CamundaClient client, Diagram diagram, String server, Semaphore free, AtomicReference<Throwable> failure) {
        client.newCreateInstanceCommand()
                .bpmnProcessId(diagram.processId)
                .latestVersion()
                .variables(Map.of("advertisementId", "6960663240925956660", "feishuBaseUrl", server))
                .withResult()
                .fetchVariables("publication")
                .requestTimeout(LONGEST)
                .send()
                .whenComplete((ended, notEnded) -> {
                    if (notEnded != null
                            && Status.fromThrowable(notEnded).getCode() == Status.Code.RESOURCE_EXHAUSTED) {
                        LATER.execute(() -> start(client, diagram, server, free, failure));
                        return;
                    }
                    if (notEnded != null) {
                        failure.compareAndSet(null, notEnded);
                    }
                    free.release();
                });
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
