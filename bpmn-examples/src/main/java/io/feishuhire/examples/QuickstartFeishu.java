package io.feishuhire.examples;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The Feishu that a walkthrough publishes on. */
sealed interface QuickstartFeishu extends AutoCloseable {

    /** The connector secrets of the Feishu app. */
    Map<String, String> secrets();

    /** The advertisements to publish, at least one; only a bulk takes them all. */
    List<String> advertisementIds();

    /** The channels to publish on, at least one; only {@code publish-to-channels} takes them all. */
    List<String> jobChannelIds();

    /** Where it is, unless where the region of the diagrams says. */
    Optional<URI> baseUrl();

    /** What to tell about it before the walk begins. */
    String introduction();

    /**
     * Does in Feishu what a user task asks for.
     *
     * @return whether it is done
     */
    boolean fix(String userTask);

    @Override
    void close();

    /** A sandbox of its own, in which something goes wrong that the example is good at. */
    record Sandbox(FeishuSandbox sandbox, Example example) implements QuickstartFeishu {

        private static final long FIRST_ADVERTISEMENT = 6_960_663_240_925_956_660L;
        private static final int ADVERTISEMENTS = 30;
        private static final String CLOSED_JOB = Long.toString(FIRST_ADVERTISEMENT + 7);

        static Sandbox start(Example example) {
            var sandbox = FeishuSandbox.start();
            switch (example) {
                case PUBLISH_WITH_APPROVAL -> sandbox.apiSync(false);
                case PUBLISH_TO_CHANNELS ->
                    sandbox.next(Endpoint.PUBLISH, Reply.error(400, 1_002_624, "job advertisement is not compliant"));
                case BULK_PUBLISH -> sandbox.closeJob(CLOSED_JOB);
                case PUBLISH_MINIMAL -> {}
            }
            return new Sandbox(sandbox, example);
        }

        @Override
        public Map<String, String> secrets() {
            return Map.of(
                    "FEISHU_APP_ID",
                    FeishuSandbox.DEFAULT_APP_ID,
                    "FEISHU_APP_SECRET",
                    FeishuSandbox.DEFAULT_APP_SECRET);
        }

        @Override
        public List<String> advertisementIds() {
            return IntStream.range(0, ADVERTISEMENTS)
                    .mapToObj(index -> Long.toString(FIRST_ADVERTISEMENT + index))
                    .toList();
        }

        @Override
        public List<String> jobChannelIds() {
            return List.of("3", "6960663240925956123", "6960663240925956124");
        }

        @Override
        public Optional<URI> baseUrl() {
            return Optional.of(sandbox.baseUrl());
        }

        @Override
        public String introduction() {
            return "a sandbox on this machine, " + sandbox.baseUrl() + "."
                    + switch (example) {
                        case PUBLISH_WITH_APPROVAL ->
                            "\nIts API sync switch (通过 API 同步职位) is off, to show what the process makes of that.";
                        case PUBLISH_TO_CHANNELS ->
                            "\nIt refuses the advertisement on one of three channels, to show what the process makes of that.";
                        case BULK_PUBLISH ->
                            "\nOne of %d jobs is closed, to show what the process makes of that."
                                    .formatted(ADVERTISEMENTS);
                        case PUBLISH_MINIMAL -> "";
                    };
        }

        @Override
        public boolean fix(String userTask) {
            sandbox.apiSync(true);
            sandbox.reopenJob(CLOSED_JOB);
            return true;
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }

    /** The Feishu of the user's app, real or not; a person turns the switch on and presses Enter. */
    record Real(QuickstartSettings.RealFeishu settings, BufferedReader keyboard) implements QuickstartFeishu {

        private static final String REALLY_ONLINE = "What is published will really be online.";
        private static final Pattern THIS_MACHINE =
                Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

        @Override
        public Map<String, String> secrets() {
            return Map.of("FEISHU_APP_ID", settings.appId(), "FEISHU_APP_SECRET", settings.appSecret());
        }

        @Override
        public List<String> advertisementIds() {
            return settings.advertisementIds();
        }

        @Override
        public List<String> jobChannelIds() {
            return settings.jobChannelIds();
        }

        @Override
        public Optional<URI> baseUrl() {
            return settings.baseUrl();
        }

        @Override
        public String introduction() {
            return settings.baseUrl()
                    .map(Real::introductionOf)
                    .orElse("the real one, https://open.feishu.cn.\n" + REALLY_ONLINE);
        }

        private static String introductionOf(URI baseUrl) {
            var name = "at " + baseUrl + ", as FEISHU_HIRE_BASE_URL says";
            return isThisMachine(baseUrl)
                    ? name + ". That is this machine.\nA sandbox puts nothing online. A gateway may pass it on to the"
                            + " real Feishu."
                    : name + ".\n" + REALLY_ONLINE;
        }

        private static boolean isThisMachine(URI baseUrl) {
            return baseUrl.getHost() != null
                    && THIS_MACHINE.matcher(baseUrl.getHost()).matches();
        }

        @Override
        public boolean fix(String userTask) {
            if (!userTask.equals("turn-on-api-sync")) {
                return false;
            }
            try {
                return keyboard.readLine() != null;
            } catch (IOException noKeyboard) {
                throw new UncheckedIOException(noKeyboard);
            }
        }

        @Override
        public void close() {
            // Standard input belongs to the JVM.
        }
    }
}
