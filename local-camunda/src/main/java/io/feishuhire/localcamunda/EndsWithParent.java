package io.feishuhire.localcamunda;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs another program, and ends this JVM as soon as the process that started it has ended. A parent that is killed
 * cannot stop its children, so each child has to watch its parent.
 *
 * <pre>{@code
 * java -cp … io.feishuhire.localcamunda.EndsWithParent io.example.Main arguments…
 * }</pre>
 */
public final class EndsWithParent {

    /**
     * The parent's process id. The child cannot ask for it: if the parent has ended, another process is in its place.
     */
    private static final String PARENT = "localcamunda.parent";

    private static final int PARENT_HAS_ENDED = 1;

    private EndsWithParent() {}

    /**
     * The command that runs a program in a JVM of the same release as this one, with the same collector and compilers.
     *
     * @param classPath with the program; this class is added
     * @param options of the JVM
     */
    static List<String> command(String classPath, List<String> options, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:"))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(List.of("-cp", withThisClass(classPath), EndsWithParent.class.getName(), main));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Runs the program.
     *
     * @param programAndArguments the name of its main class, and its arguments
     * @throws Exception if the program throws it
     */
    public static void main(String[] programAndArguments) throws Exception {
        Thread.ofPlatform().daemon().name("ends-with-parent").start(EndsWithParent::awaitParent);
        var arguments = Arrays.copyOfRange(programAndArguments, 1, programAndArguments.length);
        try {
            var program = Class.forName(programAndArguments[0]).getDeclaredMethod("main", String[].class);
            program.setAccessible(true);
            program.invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /** Ends without shutdown hooks, which would wait for servers that ended with the parent. */
    private static void awaitParent() {
        var parent = Long.getLong(PARENT);
        (parent == null ? ProcessHandle.current().parent() : ProcessHandle.of(parent))
                .ifPresent(process -> process.onExit().join());
        Runtime.getRuntime().halt(PARENT_HAS_ENDED);
    }

    private static String withThisClass(String classPath) {
        try {
            var place =
                    EndsWithParent.class.getProtectionDomain().getCodeSource().getLocation();
            return classPath + File.pathSeparator + Path.of(place.toURI());
        } catch (URISyntaxException noFile) {
            throw new IllegalStateException(noFile);
        }
    }
}
