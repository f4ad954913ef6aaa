package io.feishuhire.sandbox;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * Where the runnable jar begins. It is compiled for Java 11, so that an older Java than the sandbox needs says so in a
 * sentence instead of {@code UnsupportedClassVersionError}.
 */
public final class SandboxLauncher {

    private static final int NEEDED = 21;

    private SandboxLauncher() {}

    /**
     * Starts {@code SandboxMain}, or ends with status 1 on a Java that is too old for it.
     *
     * @throws ReflectiveOperationException if the jar is incomplete
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        var refusal = refusal(Runtime.version().feature(), System.getProperty("java.home"));
        if (refusal.isPresent()) {
            System.err.println(refusal.get());
            System.exit(1);
        }
        try {
            // By its name: this class is compiled without it.
            Class.forName("io.feishuhire.sandbox.SandboxMain")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException) {
                throw (RuntimeException) failed.getCause();
            }
            throw failed;
        }
    }

    static Optional<String> refusal(int java, String home) {
        return java >= NEEDED
                ? Optional.empty()
                : Optional.of("The sandbox needs Java " + NEEDED + " or newer, and this is Java " + java + " (" + home
                        + "). Start it with the java of a newer JDK, or by ./mvnw -q -Psandbox, which finds one.");
    }
}
