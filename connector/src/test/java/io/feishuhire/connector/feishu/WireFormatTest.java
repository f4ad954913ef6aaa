package io.feishuhire.connector.feishu;

import static io.feishuhire.sandbox.Endpoint.PUBLISH;
import static io.feishuhire.sandbox.Endpoint.TOKEN;
import static io.feishuhire.sandbox.Endpoint.WEBSITES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.lark.oapi.Client;
import io.feishuhire.connector.feishu.proxy.ProxySettings;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.RecordedRequest;
import io.feishuhire.sandbox.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The official Java SDK is the oracle of how a request looks. */
class WireFormatTest {

    private static final String ADVERTISEMENT = "6960663240925956660";
    private static final String WEBSITE = "7001000000000000001";
    private static final String CHANNEL_OF_WEBSITE = "7002000000000000001";
    private static final String HEADHUNTERS = "2";
    private static final String REFERRAL_PLATFORM = "3";
    private static final JobId JOB = new JobId("7003000000000000009");
    private static final JobId DECLARED_JOB = new JobId("7003000000000000001");
    private static final JobId CLOSED_JOB = new JobId("7003000000000000004");

    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final String NINETY_DAYS_AGO =
            Long.toString(NOW.minus(Duration.ofDays(90)).toEpochMilli());
    private static final String TWO_HOURS_AGO =
            Long.toString(NOW.minus(Duration.ofHours(2)).toEpochMilli());
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final String AWKWARD_TOKEN = "a+b/c= d&e=飞%2F?#";

    static Stream<Arguments> calls() {
        return Stream.of(
                row("publish", publishOn(channel(REFERRAL_PLATFORM)), OfficialSdk.publish(ADVERTISEMENT, "3"), PUBLISH),
                row(
                        "publish where Feishu decides",
                        publishOn(new Channel.LeftToFeishu()),
                        OfficialSdk.publish(ADVERTISEMENT, null),
                        PUBLISH),
                row("websites", list(ChoiceList.CHANNELS), OfficialSdk.websites(""), WEBSITES),
                row(
                        "a website's advertisement, and then all of them",
                        checkOn(channel(CHANNEL_OF_WEBSITE)),
                        OfficialSdk.websites("")
                                .then(OfficialSdk.websiteJobPost(WEBSITE, ADVERTISEMENT))
                                .then(OfficialSdk.websiteJobPosts(WEBSITE)),
                        WEBSITES,
                        Endpoint.WEBSITE_JOB_POST,
                        Endpoint.WEBSITE_JOB_POSTS),
                row(
                        "the referral platform's advertisement, and then all of them",
                        checkOn(channel(REFERRAL_PLATFORM)),
                        OfficialSdk.referralJobPost(ADVERTISEMENT).then(OfficialSdk.referralJobPosts()),
                        Endpoint.REFERRAL_JOB_POST,
                        Endpoint.REFERRAL_JOB_POSTS),
                row(
                        "publish records",
                        checkOn(channel(HEADHUNTERS)),
                        OfficialSdk.publishRecords(HEADHUNTERS),
                        Endpoint.PUBLISH_RECORDS),
                row("jobs", list(ChoiceList.JOBS), OfficialSdk.jobs(NINETY_DAYS_AGO), Endpoint.JOBS),
                row(
                        "job processes",
                        list(ChoiceList.JOB_PROCESSES),
                        OfficialSdk.jobProcesses(),
                        Endpoint.JOB_PROCESSES),
                row("job types", list(ChoiceList.JOB_TYPES), OfficialSdk.jobTypes(), Endpoint.JOB_TYPES),
                row(
                        "job functions",
                        list(ChoiceList.JOB_FUNCTIONS),
                        OfficialSdk.jobFunctions(),
                        Endpoint.JOB_FUNCTIONS),
                row("locations", list(ChoiceList.LOCATIONS), OfficialSdk.locations(), Endpoint.LOCATIONS),
                row("subjects", list(ChoiceList.SUBJECTS), OfficialSdk.subjects(), Endpoint.SUBJECTS),
                row(
                        "departments",
                        list(ChoiceList.DEPARTMENTS),
                        OfficialSdk.departments("od-10"),
                        Endpoint.DEPARTMENTS),
                row(
                        "people by e-mail, a look at the jobs, and then a new one",
                        WireFormatTest::createJob,
                        OfficialSdk.userIds("li.xue@example.com")
                                .then(OfficialSdk.jobs(TWO_HOURS_AGO))
                                .then(OfficialSdk.createJob()),
                        Endpoint.USER_IDS,
                        Endpoint.JOBS,
                        Endpoint.CREATE_JOB),
                row("job detail", WireFormatTest::lookUp, OfficialSdk.jobDetail(DECLARED_JOB), Endpoint.JOB_DETAIL),
                row(
                        "open job",
                        openOrClose(CLOSED_JOB, new JobAction.Open(Optional.empty())),
                        OfficialSdk.openJob(CLOSED_JOB),
                        Endpoint.OPEN_JOB),
                row(
                        "close job",
                        openOrClose(DECLARED_JOB, new JobAction.Close()),
                        OfficialSdk.closeJob(DECLARED_JOB),
                        Endpoint.CLOSE_JOB));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void theRequestsEqualThoseOfTheOfficialSdk(
            String what, BiConsumer<FeishuClient, FeishuApp> ours, OfficialSdk.Call sdk, List<Endpoint> endpoints)
            throws Exception {
        assertEqualRequests(ours, sdk, endpoints, sandbox -> {});
    }

    @Test
    void aPageTokenOfAnyCharactersIsSentLikeTheOfficialSdkSendsIt() throws Exception {
        assertEqualRequests(
                list(ChoiceList.CHANNELS),
                OfficialSdk.websites("").then(OfficialSdk.websites(AWKWARD_TOKEN)),
                List.of(WEBSITES, WEBSITES),
                sandbox -> sandbox.next(
                        WEBSITES,
                        page("\"has_more\":true,\"page_token\":\"" + AWKWARD_TOKEN + "\""),
                        page("\"items\":[]")));
    }

    @Test
    void withoutThePermissionOfTheDetailTheRequestsEqualThoseOfTheOfficialSdk() throws Exception {
        assertEqualRequests(
                WireFormatTest::lookUp,
                OfficialSdk.jobDetail(DECLARED_JOB)
                        .then(OfficialSdk.job(DECLARED_JOB))
                        .then(OfficialSdk.jobRecruiter(DECLARED_JOB)),
                List.of(Endpoint.JOB_DETAIL, Endpoint.JOB, Endpoint.JOB_RECRUITER),
                sandbox -> sandbox.next(Endpoint.JOB_DETAIL, Reply.error(400, 99991672, "no")));
    }

    /**
     * Here the official SDK is no oracle: its {@code OpenJobReqBody.expiryTime} is an {@code Integer}, and a time in
     * milliseconds takes 41 bits. Feishu's page "重启职位" wants a 64-bit number.
     */
    @Test
    void theTimeAtWhichAJobExpiresIsANumberThatTheOfficialSdkCannotHold() {
        var end = Instant.parse("2999-03-31T15:59:59.999Z");
        assertThat(end.toEpochMilli()).isGreaterThan(Integer.MAX_VALUE);
        try (var sandbox = FeishuSandbox.start()) {
            var open = openOrClose(CLOSED_JOB, new JobAction.Open(Optional.of(end)));
            open.accept(client(), Requests.appOf(sandbox));

            assertThat(sandbox.requests().getLast().body())
                    .isEqualTo("{\"is_never_expired\":false,\"expiry_time\":" + end.toEpochMilli() + "}");
        }
    }

    private static Reply page(String data) {
        return Reply.raw(200, "application/json", "{\"code\":0,\"data\":{" + data + "}}", Map.of());
    }

    private static void assertEqualRequests(
            BiConsumer<FeishuClient, FeishuApp> ours,
            OfficialSdk.Call sdk,
            List<Endpoint> endpoints,
            Consumer<FeishuSandbox> preparation)
            throws Exception {
        try (var forUs = FeishuSandbox.start();
                var forTheSdk = FeishuSandbox.start()) {
            // The SDK's token cache is static and keyed by the app id alone.
            var appId = "cli_" + UUID.randomUUID();
            for (var sandbox : List.of(forUs, forTheSdk)) {
                sandbox.registerApp(appId, "secret");
                preparation.accept(sandbox);
            }

            ours.accept(client(), new FeishuApp(new BaseUrl(forUs.baseUrl()), appId, "secret"));
            sdk.make(Client.newBuilder(appId, "secret")
                    .openBaseUrl(forTheSdk.baseUrl().toString())
                    .build());

            assertThat(comparable(forUs)).isEqualTo(comparable(forTheSdk));
            assertThat(forUs.requests())
                    .extracting(RecordedRequest::endpoint)
                    .startsWith(TOKEN)
                    .endsWith(endpoints.toArray(Endpoint[]::new))
                    .hasSize(1 + endpoints.size());
        }
    }

    private static Arguments row(
            String what, BiConsumer<FeishuClient, FeishuApp> ours, OfficialSdk.Call sdk, Endpoint... endpoints) {
        return Arguments.of(what, ours, sdk, List.of(endpoints));
    }

    private static BiConsumer<FeishuClient, FeishuApp> publishOn(Channel channel) {
        return (client, app) -> client.advertisements()
                .publish(new PublishRequest(app, new AdvertisementId(ADVERTISEMENT), channel, TIMEOUT));
    }

    private static BiConsumer<FeishuClient, FeishuApp> checkOn(Channel channel) {
        return (client, app) -> client.advertisements()
                .check(new CheckRequest(
                        app, new AdvertisementId(ADVERTISEMENT), channel, Optional.of(JOB), Optional.empty(), TIMEOUT));
    }

    private static BiConsumer<FeishuClient, FeishuApp> list(ChoiceList of) {
        return (client, app) -> client.choices().list(new ChoicesRequest(app, of, "", "od-10", TIMEOUT));
    }

    private static void createJob(FeishuClient client, FeishuApp app) {
        var team = new JobTeam(
                new Person("recruiter", "li.xue@example.com"),
                List.of(new Person("hiringManagers", "ou_7010000000000000002")),
                List.of(new Person("assistants", "ou_7010000000000000003")),
                Person.IdType.OPEN_ID);
        var fields = JsonNodeFactory.instance
                .objectNode()
                .put("process_type", 1)
                .put("job_process_id", "7005000000000000001")
                .put("job_type_id", "7006000000000000001")
                .put("recruitment_type_id", "101")
                .put("department_id", "od-10")
                .put("min_salary", 20);
        var end = Instant.ofEpochMilli(32_479_891_199_999L);
        var job = new JobDraft(new JobCode("BE-9"), "Engineer", Optional.of(end), team, fields);
        client.newJobs().create(new CreateJobRequest(app, job, true, TIMEOUT));
    }

    private static void lookUp(FeishuClient client, FeishuApp app) {
        client.existingJobs().lookUp(new LookUpRequest(app, DECLARED_JOB, TIMEOUT));
    }

    private static BiConsumer<FeishuClient, FeishuApp> openOrClose(JobId job, JobAction action) {
        return (client, app) -> client.existingJobs().openOrClose(new OpenOrCloseRequest(app, job, action, TIMEOUT));
    }

    private static Channel channel(String id) {
        return new Channel.Numbered(new JobChannelId(id));
    }

    private static FeishuClient client() {
        return new FeishuClient(
                FeishuClientSettings.DEFAULT, FeishuHttp.create(ProxySettings.NONE), () -> NOW, System::nanoTime);
    }

    private static List<WireRequest> comparable(FeishuSandbox sandbox) {
        return sandbox.requests().stream().map(WireRequest::of).toList();
    }

    /**
     * What has to be equal. Tokens differ, so only their scheme is compared. The SDK names the type of a body that a
     * GET does not have; by Feishu's pages only a POST does, and so it is here.
     */
    private record WireRequest(
            String method, String path, Set<String> query, String contentType, String authorization, JsonNode body) {

        static WireRequest of(RecordedRequest request) {
            var uri = URI.create(request.path());
            return new WireRequest(
                    request.method(),
                    uri.getPath(),
                    query(uri.getRawQuery()),
                    contentType(request),
                    request.header("Authorization")
                            .map(value -> value.replaceAll("(?<=^Bearer )\\S+$", "…"))
                            .orElse("none"),
                    json(request.body()));
        }

        private static String contentType(RecordedRequest request) {
            return request.method().equals("GET")
                    ? "that of no body"
                    : request.header("Content-Type").orElseThrow().toLowerCase(Locale.ROOT);
        }

        /** Parameters have no order, and a blank may be written as + or %20. */
        private static Set<String> query(String raw) {
            return raw == null
                    ? Set.of()
                    : Arrays.stream(raw.split("&"))
                            .map(parameter -> URLDecoder.decode(parameter, StandardCharsets.UTF_8))
                            .collect(Collectors.toSet());
        }

        private static JsonNode json(String text) {
            try {
                return new ObjectMapper().readTree(text);
            } catch (JsonProcessingException notJson) {
                throw new IllegalArgumentException(notJson);
            }
        }
    }
}
