package io.feishuhire.runtime;

import io.feishuhire.doctor.DoctorMain;
import java.io.PrintStream;
import java.util.Arrays;

/**
 * The program: {@code java -jar feishu-hire-runtime.jar} starts the runtime, {@code doctor} as the first argument runs
 * the checks before going live.
 *
 * <p>This class is compiled for an older Java than the runtime needs, so that it can say which Java is missing. Other
 * classes are loaded only after it has looked.
 */
public final class RuntimeMain {

    private static final int OLDEST_JAVA = 21;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private static final String DOCTOR = "doctor";

    private static final String HELP = """
            Camunda's connector runtime with the Feishu Hire connectors in it.

              java -jar feishu-hire-runtime.jar              works the jobs of a Camunda 8 cluster until it is stopped
              java -jar feishu-hire-runtime.jar doctor       checks what Feishu allows the app; doctor --help says more
              java -jar feishu-hire-runtime.jar --help       this text
              java -jar feishu-hire-runtime.jar --version    the version

            Environment variables, or Spring properties as arguments (--camunda.client.grpc-address=…):

              CAMUNDA_CLIENT_GRPC_ADDRESS   the cluster; http://localhost:26500 if not set
              CAMUNDA_CLIENT_AUTH_METHOD    none, basic or oidc: follows from CAMUNDA_CLIENT_AUTH_USERNAME and
                                            …_PASSWORD, or CAMUNDA_CLIENT_AUTH_CLIENT_ID and …_SECRET
              CAMUNDA_CLIENT_MODE           self-managed (if not set) or saas, with CAMUNDA_CLIENT_CLOUD_CLUSTER_ID
                                            and CAMUNDA_CLIENT_CLOUD_REGION
              SECRET_FEISHU_APP_ID          what a diagram calls {{secrets.FEISHU_APP_ID}}; SECRET_FEISHU_APP_SECRET
                                            and all others alike
              SERVER_PORT                   of the health and metrics endpoints; 8085 if not set

            All others, those of the connectors included: docs/ways-to-run.md.
            """;

    private RuntimeMain() {}

    /** Runs what the first argument says. */
    public static void main(String[] arguments) {
        var first = arguments.length == 0 ? "" : arguments[0];
        if (first.equals("--help") || first.equals("-h")) {
            System.out.print(HELP);
        } else if (first.equals("--version")) {
            System.out.println("Feishu Hire connector runtime " + version());
        } else if (!first.isEmpty() && !first.startsWith("-") && !first.equals(DOCTOR)) {
            end(
                    WRONG_USAGE,
                    "There is no command \"" + first + "\": start without a command to run, or with doctor, "
                            + "--help or --version.");
        } else if (Runtime.version().feature() < OLDEST_JAVA) {
            end(FAILED, javaMissing());
        } else if (first.equals(DOCTOR)) {
            DoctorMain.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else {
            RuntimeApplication.start(arguments);
        }
    }

    private static String javaMissing() {
        return "The runtime needs Java " + OLDEST_JAVA + " or newer, and this is Java "
                + Runtime.version().feature() + " (" + System.getProperty("java.home")
                + "): start it with the java of a newer JDK.";
    }

    private static String version() {
        var version = RuntimeMain.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static void end(int exitCode, String message) {
        PrintStream errors = System.err;
        errors.println(message);
        System.exit(exitCode);
    }
}
