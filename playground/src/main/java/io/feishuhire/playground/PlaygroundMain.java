package io.feishuhire.playground;

import io.feishuhire.examples.QuickstartArguments;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Runs the playground until it is stopped: {@code ./mvnw -q -Pplayground}. Exit code 2 means that the arguments, or a
 * diagram of the user's own, cannot be used.
 */
public final class PlaygroundMain {

    private static final int NOT_STARTED = 1;
    private static final int WRONG_ARGUMENTS = 2;
    private static final String PAGE = "--page=";
    private static final String LOG = "--log=";

    private PlaygroundMain() {}

    /**
     * Starts the playground, and prints its address.
     *
     * @param arguments {@code --page=} the folder with the page, {@code --log=} the file for the connector runtime's
     *     log, and those of {@link QuickstartArguments}
     * @throws InterruptedException if the JVM stops
     */
    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(List.of(arguments), out);
        } catch (IllegalArgumentException wrongArguments) {
            out.println(wrongArguments.getMessage());
            System.exit(WRONG_ARGUMENTS);
        } catch (RuntimeException | Error notStarted) {
            // Threads of the engine would keep the JVM alive.
            notStarted.printStackTrace();
            System.exit(NOT_STARTED);
        }
        new CountDownLatch(1).await();
    }

    private static void run(List<String> arguments, PrintStream out) {
        var asked = QuickstartArguments.of(arguments.stream()
                .filter(argument -> Stream.of(PAGE, LOG).noneMatch(argument::startsWith))
                .toList());
        asked.ownDiagram().ifPresent(PlayedProcesses::check);
        var log = Path.of(value(arguments, LOG));
        out.println("Starting an embedded Zeebe engine, a local Feishu, and Camunda's connector runtime…");
        var playground = Playground.start(asked.ownDiagram(), log);
        Runtime.getRuntime().addShutdownHook(new Thread(playground::close));
        var server = PlaygroundServer.start(playground, Path.of(value(arguments, PAGE)), new SecureRandom());
        out.println();
        out.println("The playground is at  " + server.address());
        out.println("演练场地址            " + server.address());
        out.println("It is for this machine and this address only. Ctrl-C ends it. 按 Ctrl-C 结束。");
        out.println("The log of the connector runtime: " + log);
    }

    private static String value(List<String> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The argument " + name + "… is missing."));
    }
}
