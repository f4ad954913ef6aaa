package io.feishuhire.examples;

import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.EmbeddedEngine;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Runs an example from its start to the publication: an engine, the stock connector runtime with the connector, a
 * Feishu, and code that plays the people in the process. Exit code 0 means that it published.
 *
 * <p>Environment variables choose the real Feishu and a cluster of one's own: see {@link QuickstartSettings}.
 */
public final class Quickstart {

    private static final int PUBLISHED = 0;
    private static final int NOT_PUBLISHED = 1;
    private static final int WRONG_SETTINGS = 2;

    private Quickstart() {}

    /**
     * Runs the quickstart and ends the JVM.
     *
     * @param arguments the name of the example; without it, {@code publish-with-approval}
     */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, new Narrator(out), out));
    }

    private static int run(String[] arguments, Narrator narrator, PrintStream out) {
        try {
            var example = arguments.length == 0 ? Example.PUBLISH_WITH_APPROVAL : Example.named(arguments[0]);
            boolean published = run(example, QuickstartSettings.from(System.getenv()), narrator);
            out.println("\nOther examples, to be run with -Dexample=…: " + example.others());
            return published ? PUBLISHED : NOT_PUBLISHED;
        } catch (IllegalArgumentException wrongSettings) {
            out.println(wrongSettings.getMessage());
            return WRONG_SETTINGS;
        } catch (IllegalStateException stuck) {
            out.println(stuck.getMessage());
            return NOT_PUBLISHED;
        }
    }

    static boolean run(Example example, QuickstartSettings settings, Narrator narrator) {
        try (var feishu = feishu(example, settings)) {
            return run(example, feishu, settings, narrator);
        }
    }

    @SuppressWarnings("try") // The runtime works jobs as long as it is open. No code calls it.
    static boolean run(Example example, QuickstartFeishu feishu, QuickstartSettings settings, Narrator narrator) {
        narrator.step("Feishu is " + feishu.introduction());
        try (var engine = engine(settings, narrator);
                var runtime = runtime(engine, feishu, narrator)) {
            return new Walkthrough(engine, example, feishu, narrator).run();
        }
    }

    private static QuickstartFeishu feishu(Example example, QuickstartSettings settings) {
        var keyboard = new Keyboard(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
        return settings.realFeishu()
                .<QuickstartFeishu>map(real -> new QuickstartFeishu.Real(real, keyboard))
                .orElseGet(() -> QuickstartFeishu.Sandbox.start(example));
    }

    private static QuickstartEngine engine(QuickstartSettings settings, Narrator narrator) {
        if (settings.cluster().isPresent()) {
            var cluster = settings.cluster().get();
            narrator.step("Camunda 8 is the cluster at " + cluster.grpcAddress() + ".");
            return new QuickstartCluster(cluster.grpcAddress(), cluster.restAddress());
        }
        narrator.step("Starting Camunda 8: an embedded Zeebe engine.");
        return new QuickstartEngine.Embedded(EmbeddedEngine.start());
    }

    private static ConnectorRuntime runtime(QuickstartEngine engine, QuickstartFeishu feishu, Narrator narrator) {
        narrator.step("Starting Camunda's connector runtime with the Feishu Hire connector on its class path.");
        var engineAddress = engine.client().getConfiguration().getGrpcAddress();
        return ConnectorRuntime.start(
                ConnectorRuntime.Settings.connectingTo(engineAddress).withSecrets(feishu.secrets()));
    }
}
