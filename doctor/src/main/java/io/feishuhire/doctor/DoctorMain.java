package io.feishuhire.doctor;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs {@link Doctor} on the console, with the environment variables of this process. */
public final class DoctorMain {

    private DoctorMain() {}

    /**
     * Looks, prints what it finds, and ends the JVM with {@link Doctor.Outcome#exitCode()}.
     *
     * @param arguments as {@code --help} lists them
     */
    public static void main(String[] arguments) {
        keepTheLogQuiet();
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Doctor(System.getenv(), out).run(List.of(arguments)).exitCode());
    }

    /**
     * The log of the connector's client would stand between the lines. Logback prints all of it where nothing
     * configures it, as Spring does only later; and SLF4J complains where there is no log at all.
     */
    private static void keepTheLogQuiet() {
        setUnlessSet("logback.configurationFile", "io/feishuhire/doctor/quiet-logback.xml");
        setUnlessSet("slf4j.internal.verbosity", "ERROR");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
