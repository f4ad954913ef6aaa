package io.feishuhire.examples;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The Feishu that a walkthrough publishes on. */
sealed interface QuickstartFeishu extends AutoCloseable {

    /** The connector secrets of the Feishu app. */
    Map<String, String> secrets();

    /** The advertisements to publish, at least one; only a bulk takes them all. */
    List<String> advertisementIds();

    /**
     * The channel that a bulk goes to.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the settings name none
     */
    String bulkChannelId();

    /**
     * Chooses channels from a list, as a person does in a form.
     *
     * @param offered by name; empty where the list could not be loaded
     */
    List<Channel> choose(List<Channel> offered, Narrator narrator);

    /**
     * People whom Feishu finds by their e-mail addresses.
     *
     * @throws IllegalArgumentException with a sentence for the user, if it is not known whom there is
     */
    HiringTeam.Staff staff();

    /**
     * What to ask the AI agent for.
     *
     * @throws IllegalArgumentException with a sentence for the user, if a script may not publish there
     */
    String agentRequest();

    /** Where it is. */
    FeishuAddress address();

    /** Opens the link to an advertisement and gives the title of the page, unless that is left to the user. */
    Optional<String> open(String url);

    /** What to tell about it before the walk begins. */
    String introduction();

    /** Who turns the API sync switch on, and how, in a sentence for the user. */
    String turningTheSwitchOn();

    /**
     * Does in Feishu what a user task asks for.
     *
     * @return whether it is done
     */
    boolean fix(String userTask);

    @Override
    void close();

    /** A sandbox of its own. In examples that are about problems, it has one of those. */
    record Sandbox(FeishuSandbox sandbox, Example example) implements QuickstartFeishu {

        private static final long FIRST_ADVERTISEMENT = 6_960_663_240_925_956_660L;
        private static final int ADVERTISEMENTS = 30;
        private static final String CLOSED_JOB = Long.toString(FIRST_ADVERTISEMENT + 7);
        private static final String CAREERS = "社招官网";
        private static final Set<String> CHANNELS = Set.of("内推平台", CAREERS, "校园招聘官网");

        private static final String BACKEND_DEVELOPER = "7004000000000000001";

        static Sandbox start(Example example) {
            var sandbox = FeishuSandbox.start();
            switch (example) {
                case PUBLISH_WITH_APPROVAL, RECRUITING_AGENT_TOOLS -> sandbox.apiSync(false);
                case PUBLISH_TO_CHANNELS ->
                    sandbox.next(Endpoint.PUBLISH, Reply.error(400, 1_002_624, "job advertisement is not compliant"));
                case BULK_PUBLISH -> sandbox.closeJob(CLOSED_JOB);
                case REQUISITION_TO_LIVE, PUBLISH_MINIMAL -> {}
            }
            return new Sandbox(sandbox, example);
        }

        @Override
        public Map<String, String> secrets() {
            return FeishuSandbox.DEFAULT_SECRETS;
        }

        @Override
        public List<String> advertisementIds() {
            return example == Example.BULK_PUBLISH
                    ? IntStream.range(0, ADVERTISEMENTS)
                            .mapToObj(index -> Long.toString(FIRST_ADVERTISEMENT + index))
                            .toList()
                    : List.of(BACKEND_DEVELOPER);
        }

        @Override
        public String bulkChannelId() {
            return "3";
        }

        @Override
        public List<Channel> choose(List<Channel> offered, Narrator narrator) {
            var wanted = example == Example.PUBLISH_TO_CHANNELS ? CHANNELS : Set.of(CAREERS);
            return offered.stream()
                    .filter(channel -> wanted.stream().anyMatch(channel.name()::startsWith))
                    .toList();
        }

        @Override
        public HiringTeam.Staff staff() {
            return new HiringTeam.Staff("wang.qiang@example.com", "li.xue@example.com");
        }

        @Override
        public String agentRequest() {
            return "请把这条职位广告发布到社招官网，并告诉我是否已上线 (Put it on the careers website, and tell me whether" + " it is online)";
        }

        @Override
        public FeishuAddress address() {
            return FeishuAddress.of(sandbox);
        }

        @Override
        public Optional<String> open(String url) {
            return CareersPage.titleAt(URI.create(url));
        }

        @Override
        public String introduction() {
            return "a sandbox on this machine, " + sandbox.baseUrl() + "."
                    + switch (example) {
                        case PUBLISH_WITH_APPROVAL ->
                            "\nIts API sync switch (通过 API 同步职位) is off, to show what the process makes of that.";
                        case RECRUITING_AGENT_TOOLS ->
                            "\nIts API sync switch (通过 API 同步职位) is off, to show what the agent makes of that."
                                    + "\nThe AI agent has no language model here: a script with a fixed plan plays it.";
                        case PUBLISH_TO_CHANNELS ->
                            "\nIt refuses the advertisement on one of three channels, to show what the process makes of that.";
                        case BULK_PUBLISH ->
                            "\nOne of %d jobs is closed, to show what the process makes of that."
                                    .formatted(ADVERTISEMENTS);
                        case REQUISITION_TO_LIVE -> "\nNo job in it is for the position that the process begins with.";
                        case PUBLISH_MINIMAL -> "";
                    };
        }

        @Override
        public String turningTheSwitchOn() {
            return "We turn the switch on in Feishu Hire and complete the task…";
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

    /** The Feishu of the user's app, real or not; a person chooses the channel and turns the switch on. */
    record Real(QuickstartSettings.RealFeishu settings, Keyboard keyboard) implements QuickstartFeishu {

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
        public String bulkChannelId() {
            return settings.jobChannelIds().stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "A bulk goes to the channel in FEISHU_JOB_CHANNEL_ID, which is missing."));
        }

        @Override
        public List<Channel> choose(List<Channel> offered, Narrator narrator) {
            if (settings.jobChannelIds().isEmpty()) {
                return keyboard.choose(offered, narrator);
            }
            return settings.jobChannelIds().stream()
                    .map(id -> offered.stream()
                            .filter(channel -> channel.id().equals(id))
                            .findFirst()
                            .orElseGet(() -> new Channel(id, id)))
                    .toList();
        }

        @Override
        public HiringTeam.Staff staff() {
            throw new IllegalArgumentException(
                    "requisition-to-live creates a job, for which the quickstart would have to"
                            + " know people of your company. It runs on the sandbox only: start it without FEISHU_APP_ID and"
                            + " FEISHU_APP_SECRET.");
        }

        @Override
        public String agentRequest() {
            throw new IllegalArgumentException(
                    "In recruiting-agent-tools a script plays the language model, and does not read what is asked for. It"
                            + " runs on the sandbox only: start it without FEISHU_APP_ID and FEISHU_APP_SECRET.");
        }

        @Override
        public FeishuAddress address() {
            return new FeishuAddress(settings.baseUrl(), settings.linkPattern());
        }

        @Override
        public Optional<String> open(String url) {
            return Optional.empty();
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
        public String turningTheSwitchOn() {
            return "Turn the switch on in Feishu Hire, and press Enter:";
        }

        @Override
        public boolean fix(String userTask) {
            return userTask.equals("turn-on-api-sync") && keyboard.enter();
        }

        @Override
        public void close() {
            // Standard input belongs to the JVM.
        }
    }
}
