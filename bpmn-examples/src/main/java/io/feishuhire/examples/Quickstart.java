package io.feishuhire.examples;

import io.camunda.client.api.command.ClientException;
import io.feishuhire.localcamunda.ConnectorRuntime;
import io.feishuhire.localcamunda.EmbeddedEngine;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

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
     * @param arguments as {@link QuickstartArguments} reads them: the name of an example, or a diagram
     */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, System.getenv(), new Narrator(out), out));
    }

    static int run(String[] arguments, Map<String, String> environment, Narrator narrator, PrintStream out) {
        try {
            return run(QuickstartArguments.of(List.of(arguments)), environment, keyboard(), narrator, out);
        } catch (IllegalArgumentException wrongArguments) {
            out.println(wrongArguments.getMessage());
            return WRONG_SETTINGS;
        }
    }

    static int run(
            QuickstartArguments asked,
            Map<String, String> environment,
            Keyboard keyboard,
            Narrator narrator,
            PrintStream out) {
        try {
            if (asked.ownDiagram().isPresent()) {
                QuickstartSettings.refuseForOwnDiagram(environment);
                return run(asked.ownDiagram().get(), keyboard, narrator) ? PUBLISHED : NOT_PUBLISHED;
            }
            var settings = QuickstartSettings.from(environment);
            var example = asked.example().map(Example::named).orElse(Example.PUBLISH_WITH_APPROVAL);
            boolean published = run(example, settings, narrator);
            out.println("\nOther examples, to be run with -Dexample=…: " + example.others());
            return published ? PUBLISHED : NOT_PUBLISHED;
        } catch (IllegalArgumentException wrongSettings) {
            out.println(wrongSettings.getMessage());
            return WRONG_SETTINGS;
        } catch (IllegalStateException stuck) {
            out.println(stuck.getMessage());
            return NOT_PUBLISHED;
        } catch (ClientException refused) {
            out.println("The engine does not do what the quickstart asks of it: " + refused.getMessage());
            return NOT_PUBLISHED;
        }
    }

    /** Takes a diagram of the user's own through, on a sandbox. */
    @SuppressWarnings("try") // The runtime works jobs as long as it is open. No code calls it.
    static boolean run(QuickstartArguments.Own asked, Keyboard keyboard, Narrator narrator) {
        var own = OwnDiagram.read(asked.file());
        var process = own.process(asked.process());
        try (var feishu = QuickstartFeishu.Sandbox.start(Example.PUBLISH_MINIMAL)) {
            narrator.step("Feishu is " + feishu.introduction());
            narrator.step("Starting Camunda 8: an embedded Zeebe engine.");
            try (var engine = EmbeddedEngine.start();
                    var runtime = runtime(new QuickstartEngine.Embedded(engine), feishu, narrator)) {
                return new OwnRun(engine, own, feishu.address(), keyboard, narrator).run(process, asked.variables());
            }
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
        var keyboard = keyboard();
        return settings.realFeishu()
                .<QuickstartFeishu>map(real -> new QuickstartFeishu.Real(real, keyboard))
                .orElseGet(() -> QuickstartFeishu.Sandbox.start(example));
    }

    private static Keyboard keyboard() {
        return new Keyboard(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
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
