package io.feishuhire.sandbox;

import java.io.PrintStream;
import java.util.Arrays;

/**
 * Runs a sandbox until it is stopped: {@code java -jar feishu-sandbox-…-runnable.jar [--port 8765] [--host 127.0.0.1]}.
 */
public final class SandboxMain {

    private static final int DEFAULT_PORT = 8765;
    private static final String USAGE = """
            Usage: java -jar feishu-sandbox-runnable.jar [--port 8765] [--host 127.0.0.1]
              --port  where to listen; 0 for a free port, 8765 if it is left out
              --host  the address to listen on; this machine only (127.0.0.1) if it is left out
              --help  these lines""";

    private SandboxMain() {}

    /** Starts the sandbox and prints where it is. Ends with status 2 if the options are wrong or the port is taken. */
    public static void main(String[] args) {
        if (asksForHelp(args)) {
            System.out.println(USAGE);
            return;
        }
        try {
            var sandbox = run(args, System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        } catch (IllegalArgumentException | IllegalStateException wrongUse) {
            System.err.println(wrongUse.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    static boolean asksForHelp(String[] args) {
        return Arrays.stream(args).anyMatch(option -> option.equals("--help") || option.equals("-h"));
    }

    static FeishuSandbox run(String[] args, PrintStream out) {
        var sandbox = FeishuSandbox.start(settings(args));
        out.print("""
                Feishu sandbox
                  base URL    %1$s
                  app id      %2$s
                  app secret  %3$s

                State and journal:     curl %1$s/sandbox    curl %1$s/sandbox/requests
                Switch API sync off:   curl -X PUT %1$s/sandbox/api-sync -d '{"enabled":false}'
                Close a job:           curl -X PUT %1$s/sandbox/jobs/6960663240925956660 -d '{"state":"closed"}'
                Not compliant:         curl -X PUT %1$s/sandbox/jobs/6960663240925956660 -d '{"state":"not-compliant"}'
                Take the scope away:   curl -X PUT %1$s/sandbox/apps/%2$s -d '{"scope":false}'
                Change the secret:     curl -X PUT %1$s/sandbox/apps/%2$s -d '{"secret":"another"}'
                Revoke all tokens:     curl -X POST %1$s/sandbox/revoke-tokens
                Set the rate limit:    curl -X PUT %1$s/sandbox/rate-limit -d '{"perSecond":1}'
                System error, twice:   curl %1$s/sandbox/replies -d '{"endpoint":"publish","fault":"system-error","times":2}'
                Feishu is down:        curl -X PUT %1$s/sandbox/down -d '{"enabled":true}'
                Connection reset:      curl %1$s/sandbox/replies -d '{"endpoint":"publish","fault":"connection-reset"}'
                A careers page:        %1$s/careers/7001000000000000001/position/6960663240925956660/detail
                Everything as before:  curl -X DELETE %1$s/sandbox
                """.formatted(sandbox.baseUrl(), FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET));
        out.flush();
        return sandbox;
    }

    private static SandboxSettings settings(String[] args) {
        var settings = SandboxSettings.defaults().withPort(DEFAULT_PORT);
        var options = Arrays.asList(args).iterator();
        while (options.hasNext()) {
            var option = options.next();
            if (!option.equals("--port") && !option.equals("--host")) {
                throw new IllegalArgumentException("Unknown option " + option);
            }
            if (!options.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            var value = options.next();
            settings = option.equals("--host") ? settings.withHost(value) : settings.withPort(port(value));
        }
        return settings;
    }

    private static int port(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("--port needs a number, not " + value, noNumber);
        }
    }
}
