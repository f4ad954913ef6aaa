package io.feishuhire.benchmarks.bulk;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.ConnectorRuntimeProcess;
import io.feishuhire.localcamunda.ZeebeDistribution;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.SandboxSettings;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** One bulk on the real distribution, from a start of everything to an account of how it went. */
final class Bulk {

    private static final String PROCESS = "publish-minimal";
    private static final String WARM_UP = "warm-up";
    private static final String TASK = "publish-advertisement";
    private static final String NEIGHBOUR_PROCESS = "neighbour";
    private static final int JOURNAL = 1_000_000;
    private static final long FIRST_ID = 7_000_000_000L;
    private static final int STARTED_AT_ONCE = 10;
    private static final int NEIGHBOUR_ALONE_SECONDS = 20;
    /**
     * What nobody answered for, be it that something was killed or that the gateway did not take the answer, is handed
     * out again after this time, not after 5 minutes.
     */
    private static final Duration SHORT_JOB_TIMEOUT = Duration.ofSeconds(10);

    private static final long POLL_MILLIS = 20;
    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(3);

    private final BulkOptions options;
    private final PrintStream out;

    Bulk(BulkOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Runs the bulk and prints an account of it.
     *
     * @param directory empty, for data and logs
     * @return whether all went as the design promises
     */
    boolean run(Path directory) throws InterruptedException {
        try (var zeebe = ZeebeDistribution.in(options.zeebeHome(), directory, options.engineSettings());
                var feishu = new RestartableSandbox(SandboxSettings.defaults().withJournalSize(JOURNAL))) {
            zeebe.start();
            var runtimes = runtimes(zeebe, directory);
            try {
                runtimes.forEach(ConnectorRuntimeProcess::start);
                deploy(zeebe.client());
                warmUp(zeebe.client());
                return measure(zeebe, feishu, runtimes);
            } finally {
                runtimes.forEach(ConnectorRuntimeProcess::kill);
            }
        }
    }

    /** A bulk at another Feishu, which shows that the runtimes are up, and has everything loaded and compiled. */
    private void warmUp(CamundaClient client) {
        try (var another = FeishuSandbox.start()) {
            startAll(client, WARM_UP, options.warmUp(), another.baseUrl());
            callNeighbour(client);
            while (another.published().size() < options.warmUp()) {
                pause();
            }
        }
    }

    private boolean measure(ZeebeDistribution zeebe, RestartableSandbox feishu, List<ConnectorRuntimeProcess> runtimes)
            throws InterruptedException {
        var alone = neighbourAlone(zeebe.client());
        var began = Instant.now();
        var start = System.nanoTime();
        var starting = Thread.ofPlatform()
                .start(() -> startAll(zeebe.client(), PROCESS, options.instances(), feishu.baseUrl()));
        var during = options.neighbour() ? Latencies.Sampling.of(() -> callNeighbour(zeebe.client())) : null;
        awaitProgress(feishu, zeebe, options.instances() / 3);
        inflict(zeebe, feishu, runtimes);
        starting.join();
        awaitProgress(feishu, zeebe, options.instances());
        var seconds = (System.nanoTime() - start) / 1e9;
        var latencies = during == null ? Latencies.NONE : during.stop();
        var engine = awaitEnded(zeebe);
        var report = new BulkReport(options, began, seconds, feishu, engine, alone, latencies);
        report.print(out);
        return report.isAsPromised();
    }

    private Latencies neighbourAlone(CamundaClient client) throws InterruptedException {
        if (!options.neighbour()) {
            return Latencies.NONE;
        }
        var alone = Latencies.Sampling.of(() -> callNeighbour(client));
        TimeUnit.SECONDS.sleep(NEIGHBOUR_ALONE_SECONDS);
        return alone.stop();
    }

    private List<ConnectorRuntimeProcess> runtimes(ZeebeDistribution zeebe, Path directory) {
        var settings = ConnectorRuntime.Settings.connectingTo(zeebe.grpcAddress())
                .withSecret("FEISHU_APP_ID", FeishuSandbox.DEFAULT_APP_ID)
                .withSecret("FEISHU_APP_SECRET", FeishuSandbox.DEFAULT_APP_SECRET)
                .withProperty("camunda.client.execution-threads", Integer.toString(options.threads()))
                .withProperty("camunda.client.worker.defaults.stream-enabled", Boolean.toString(options.streaming()))
                .withProperty("logging.level.root", "WARN");
        var ours = options.fault() == Fault.NONE ? settings : settings.withJobTimeout(SHORT_JOB_TIMEOUT);
        Map<String, String> environment = options.limitOfEach() == 0
                ? Map.of()
                : Map.of("FEISHU_HIRE_PUBLISHES_PER_SECOND", Integer.toString(options.limitOfEach()));
        return IntStream.rangeClosed(1, options.runtimes())
                .mapToObj(number -> ConnectorRuntimeProcess.of(
                        ours,
                        System.getProperty("java.class.path"),
                        environment,
                        directory.resolve("runtime-" + number + ".log")))
                .toList();
    }

    private void inflict(ZeebeDistribution zeebe, RestartableSandbox feishu, List<ConnectorRuntimeProcess> runtimes)
            throws InterruptedException {
        switch (options.fault()) {
            case NONE -> {
                // Nothing goes wrong.
            }
            case RUNTIME_KILLED -> {
                runtimes.getFirst().kill();
                runtimes.getFirst().start();
            }
            case BROKER_KILLED -> {
                zeebe.kill();
                zeebe.start();
            }
            case FEISHU_DOWN -> {
                feishu.stop();
                TimeUnit.SECONDS.sleep(20);
                feishu.startAgain();
            }
            case TOKEN_REVOKED -> feishu.sandbox().revokeTokens();
            case SWITCH_OFF -> {
                feishu.sandbox().apiSync(false);
                TimeUnit.SECONDS.sleep(5);
                feishu.sandbox().apiSync(true);
            }
        }
    }

    /** All at once, as far as the gateway takes them. */
    private static void startAll(CamundaClient client, String process, int instances, URI feishu) {
        try (var starting = Executors.newFixedThreadPool(STARTED_AT_ONCE)) {
            for (var i = 0; i < instances; i++) {
                var variables = Map.<String, Object>of(
                        "advertisementId",
                        Long.toString(FIRST_ID + i),
                        "jobChannelId",
                        "3",
                        "feishuBaseUrl",
                        feishu.toString());
                starting.execute(() -> insist(() -> client.newCreateInstanceCommand()
                        .bpmnProcessId(process)
                        .latestVersion()
                        .variables(variables)
                        .send()
                        .join()));
            }
        }
    }

    /** The gateway turns bursts away (back-pressure), and a broker that is killed answers nothing for a while. */
    private static void insist(Runnable command) {
        while (true) {
            try {
                command.run();
                return;
            } catch (ClientException notNow) {
                pause();
            }
        }
    }

    private void callNeighbour(CamundaClient client) {
        insist(() -> client.newCreateInstanceCommand()
                .bpmnProcessId(NEIGHBOUR_PROCESS)
                .latestVersion()
                .withResult()
                .send()
                .join());
    }

    /** Whether published or refused in so many words: what matters is that the bulk has come so far. */
    private void awaitProgress(RestartableSandbox feishu, ZeebeDistribution zeebe, int wanted) {
        var last = System.currentTimeMillis();
        var before = -1L;
        while (true) {
            var now = feishu.publishedIds();
            if (options.fault() == Fault.SWITCH_OFF && wanted == options.instances()) {
                now += feishu.refusedIds();
            }
            if (now >= wanted) {
                return;
            }
            if (now > before) {
                before = now;
                last = System.currentTimeMillis();
            } else if (System.currentTimeMillis() - last > PATIENCE_MILLIS) {
                throw new IllegalStateException(
                        "Only %d of %d; the engine says %s".formatted(now, wanted, EngineRecords.of(zeebe, PROCESS)));
            }
            pause();
        }
    }

    private EngineRecords awaitEnded(ZeebeDistribution zeebe) {
        var deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            var engine = EngineRecords.of(zeebe, PROCESS);
            if (engine.ended() + engine.incidents() >= options.instances() || System.currentTimeMillis() > deadline) {
                return engine;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static void deploy(CamundaClient client) {
        var neighbour = Bpmn.createExecutableProcess(NEIGHBOUR_PROCESS)
                .startEvent()
                .serviceTask("call-neighbour", task -> task.zeebeJobType(Neighbour.JOB_TYPE))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(publishOrRefuse(PROCESS), "publish.bpmn")
                .addProcessModel(publishOrRefuse(WARM_UP), "warm-up.bpmn")
                .addProcessModel(neighbour, "neighbour.bpmn")
                .send()
                .join();
    }

    /** The minimal example, with a named end for what Feishu refuses. */
    private static BpmnModelInstance publishOrRefuse(String id) {
        var example = Bulk.class.getResourceAsStream("/publish-minimal.bpmn");
        var model = Bpmn.readModelFromStream(example);
        ServiceTask task = model.getModelElementById(TASK);
        task.builder().boundaryEvent("refused").error().endEvent("not-published");
        model.getModelElementById(PROCESS).setAttributeValue("id", id);
        return model;
    }
}
