package io.feishuhire.benchmarks.runtime;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.feishuhire.benchmarks.support.Diagrams;
import io.feishuhire.benchmarks.support.Samples;
import io.feishuhire.benchmarks.support.ScratchDirectory;
import io.feishuhire.benchmarks.support.StubFeishu;
import io.feishuhire.localcamunda.ConnectorRuntimeMain;
import io.feishuhire.localcamunda.EngineProcess;
import io.feishuhire.localcamunda.JavaProcess;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Process instances a second in one stock connector runtime, with the limit off. Three diagrams take turns: our task;
 * what a modeler draws with Camunda's REST connector, a task for the token and a task to publish; and, as the upper
 * bound, our diagram with a connector that does nothing. Arguments: rounds, instances in each, instances to warm up
 * with.
 */
public final class RuntimeThroughput {

    /** The number of instances that run at the same time. */
    private static final int UNDER_WAY = 64;
    /** The variable that the diagram of Camunda's REST connector takes the address from. */
    private static final String REST_CONNECTORS_BASE_URL = "feishuBaseUrl";

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final JavaProcess runtime;
    private final CamundaClient client;
    private final String server;

    private RuntimeThroughput(JavaProcess runtime, CamundaClient client, String server) {
        this.runtime = runtime;
        this.client = client;
        this.server = server;
    }

    private enum Diagram {
        OURS("ours"),
        REST_CONNECTOR("rest-connector"),
        NO_OP("no-op");

        private final String processId;

        Diagram(String processId) {
            this.processId = processId;
        }

        private BpmnModelInstance model(URI feishu) {
            return switch (this) {
                case OURS -> Diagrams.example(processId, feishu);
                case NO_OP -> Diagrams.noOp(processId, feishu);
                case REST_CONNECTOR ->
                    Bpmn.readModelFromStream(RuntimeThroughput.class.getResourceAsStream("/" + processId + ".bpmn"));
            };
        }
    }

    /** The results of one diagram, one for each round. */
    private record Figures(Samples perSecond, Samples runtimeMillis) {
        Figures() {
            this(new Samples(), new Samples());
        }
    }

    /** Prints the medians. */
    public static void main(String[] args) throws Exception {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        var instances = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        var warmUp = args.length > 2 ? Integer.parseInt(args[2]) : 3_000;
        try (var data = ScratchDirectory.named("in-the-runtime");
                var feishu = StubFeishu.start();
                var engine = EngineProcess.start(data.path());
                var runtime = runtime(engine)) {
            runtime.awaitLine(RuntimeStart.STARTED, LONGEST);
            new RuntimeThroughput(runtime, engine.client(), feishu.baseUrl().toString())
                    .measure(rounds, instances, warmUp);
        }
    }

    private static JavaProcess runtime(EngineProcess engine) {
        var environment = Map.of(
                "CAMUNDA_CLIENT_GRPC_ADDRESS", engine.grpcAddress().toString(),
                "SECRET_FEISHU_APP_ID", "cli_0",
                "SECRET_FEISHU_APP_SECRET", "secret",
                "FEISHU_HIRE_PUBLISHES_PER_SECOND", "1000");
        return JavaProcess.of(ConnectorRuntimeMain.class)
                .environment(environment)
                .start();
    }

    private void measure(int rounds, int instances, int warmUp) throws InterruptedException {
        var figures = new EnumMap<Diagram, Figures>(Diagram.class);
        for (var diagram : Diagram.values()) {
            client.newDeployResourceCommand()
                    .addProcessModel(diagram.model(URI.create(server)), diagram.processId + ".bpmn")
                    .send()
                    .join();
            figures.put(diagram, new Figures());
        }
        for (var diagram : Diagram.values()) {
            run(diagram, warmUp, new Figures());
        }
        for (var round = 0; round < rounds; round++) {
            for (var diagram : Diagram.values()) {
                run(diagram, instances, figures.get(diagram));
            }
        }
        print(rounds, instances, figures);
    }

    private static void print(int rounds, int instances, Map<Diagram, Figures> figures) {
        System.out.printf("%nInstances a second, %d rounds of %,d%n", rounds, instances);
        System.out.println("| diagram | median | lowest | highest | ms of CPU in the runtime, each |");
        System.out.println("|---|---|---|---|---|");
        figures.forEach((diagram, its) -> System.out.printf(
                "| %s | %.0f | %.0f | %.0f | %.2f |%n",
                diagram,
                its.perSecond.median(),
                its.perSecond.lowest(),
                its.perSecond.highest(),
                its.runtimeMillis.median()));
        var ours = figures.get(Diagram.OURS).perSecond.median();
        System.out.printf(
                "Ours is %.2f times as fast as the REST connector; doing nothing is %.2f times as fast as ours.%n",
                ours / figures.get(Diagram.REST_CONNECTOR).perSecond.median(),
                figures.get(Diagram.NO_OP).perSecond.median() / ours);
    }

    private void run(Diagram diagram, int instances, Figures figures) throws InterruptedException {
        var free = new Semaphore(UNDER_WAY);
        var failure = new AtomicReference<Throwable>();
        var cpu = runtime.cpuTime();
        var start = System.nanoTime();
        for (var instance = 0; instance < instances && failure.get() == null; instance++) {
            free.acquire();
            start(diagram, free, failure);
        }
        free.acquire(UNDER_WAY);
        if (failure.get() != null) {
            throw new IllegalStateException("An instance did not end", failure.get());
        }
        figures.perSecond.add(instances * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start));
        figures.runtimeMillis.add(runtime.cpuTime().minus(cpu).toMillis() / (double) instances);
    }

    private void start(Diagram diagram, Semaphore free, AtomicReference<Throwable> failure) {
        client.newCreateInstanceCommand()
                .bpmnProcessId(diagram.processId)
                .latestVersion()
                .variables(Map.of("advertisementId", "6960663240925956660", REST_CONNECTORS_BASE_URL, server))
                .withResult()
                .fetchVariables("publication")
                .requestTimeout(LONGEST)
                .send()
                .whenComplete((ended, notEnded) -> {
                    if (notEnded != null) {
                        failure.compareAndSet(null, notEnded);
                    }
                    free.release();
                });
    }
}
