package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Narrator narrator = new Narrator(new PrintStream(output, true, StandardCharsets.UTF_8));

    @Test
    void withoutSettingsItPublishesOnASandboxByWayOfTheSwitch() {
        assertThat(run(Example.PUBLISH_WITH_APPROVAL, Map.of())).isTrue();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "sandbox on this machine",
                        "Request publication",
                        "内推平台 (Referral platform), 社招官网 (Careers)",
                        "choose 社招官网 (Careers)",
                        "Approve publication",
                        "on 社招官网 (Careers)",
                        "Turn on the API sync switch",
                        "通过 API 同步职位",
                        "The switch is on",
                        "See where it is online",
                        "社招官网 (Careers): online.",
                        "/careers/",
                        "We open the link. The page says: 后端开发工程师",
                        "The path it took",
                        "→ Publish advertisement (failed)",
                        "→ API sync is off",
                        "→ Turn on the API sync switch",
                        "→ Ids as approved?",
                        "→ Publish advertisement\n",
                        "→ Advertisement published",
                        "Published",
                        "publishedAt");
    }

    @Test
    void ofManyChannelsTheOneThatFailsIsPublishedAgain() {
        assertThat(run(Example.PUBLISH_TO_CHANNELS, Map.of())).isTrue();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "refuses the advertisement on one of three channels",
                        "Request publication",
                        "choose 内推平台 (Referral platform), 社招官网 (Careers), 校园招聘官网 (Campus)",
                        "Review failed channels",
                        "publish to the failed channels again",
                        "See where it is online",
                        "We open the link",
                        "The path it took",
                        "→ Publish advertisement (failed)",
                        "→ Publishing failed",
                        "→ Published to all channels",
                        "3 published, 0 failed")
                .as("the channels come back in any order")
                .contains("(Referral platform): online");
    }

    @Test
    void ofABulkTheFailedOnesMakeTheNextBulk() {
        assertThat(run(Example.BULK_PUBLISH, Map.of())).isTrue();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "One of 30 jobs is closed",
                        "Review result list",
                        "→ Publish advertisement (29×)\n",
                        "→ Publish one of many (30×)\n",
                        "29 published, 1 failed",
                        "next bulk",
                        "→ Published\n",
                        "→ Publish one of many\n",
                        "→ All published?",
                        "→ All advertisements published",
                        "1 published, 0 failed");
        assertThat(output.toString(StandardCharsets.UTF_8).split("→ Publish one of many", -1))
                .as("once in each path")
                .hasSize(3);
    }

    @Test
    void fromAWishForAPositionItGoesToAnAdvertisementAndToTheClosedJob() {
        assertThat(run(Example.REQUISITION_TO_LIVE, Map.of())).isTrue();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "No job in it",
                        "Request job",
                        "job type: 技术",
                        "channels: 内推平台 (Referral platform), 社招官网 (Careers)",
                        "wang.qiang@example.com",
                        "Approve and complete",
                        "creates the job",
                        "See where it is online",
                        "社招官网 (Careers): online.",
                        "We open the link. The page says: 数据工程师",
                        "position-filled",
                        "The path it took",
                        "→ Create job",
                        "→ Position filled",
                        "→ Search ended",
                        "→ Close job",
                        "→ Job closed",
                        "is closed in Feishu Hire",
                        "The page is gone",
                        "2 published, 0 failed");
    }

    @Test
    void aJobIsCreatedOnTheSandboxOnly() {
        try (var theirFeishu = FeishuSandbox.start()) {
            theirFeishu.registerApp("cli_theirs", "their-secret");

            assertThatThrownBy(() -> run(Example.REQUISITION_TO_LIVE, theirs(theirFeishu)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("on the sandbox only");
            assertThat(theirFeishu.createdJobs()).isEmpty();
        }
    }

    @Test
    void anAgentPublishesOnceAPersonHasSolvedWhatItsToolAdvises() {
        assertThat(run(Example.RECRUITING_AGENT_TOOLS, Map.of())).isTrue();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "a script with a fixed plan plays it",
                        "agentRequest: 请把这条职位广告发布到社招官网",
                        "It calls: list-channels",
                        "The tool list-channels returned: Channels: 内推平台 (Referral platform); 社招官网 (Careers)",
                        "It calls: publish-advertisement with 社招官网 (Careers)",
                        "Approve publication",
                        "Nothing goes online without this task",
                        "The tool publish-advertisement returned: Failed: ",
                        "通过 API 同步职位",
                        "Ask recruiter",
                        "We turn the switch on",
                        "The recruiter answers: 开关已开启",
                        "Approve publication",
                        "returned: Published on 社招官网 (Careers).",
                        "It calls: check-advertisement with 社招官网 (Careers)",
                        "online, candidates can see it; link http://",
                        "It calls no tool any more",
                        "See answer",
                        "We open the link. The page says: 后端开发工程师",
                        "The path it took",
                        "→ Publishing failed",
                        "→ Request done",
                        "1 published by the agent's tools");
    }

    @Test
    void aScriptInThePlaceOfAModelPublishesOnTheSandboxOnly() {
        try (var theirFeishu = FeishuSandbox.start()) {
            theirFeishu.registerApp("cli_theirs", "their-secret");

            assertThatThrownBy(() -> run(Example.RECRUITING_AGENT_TOOLS, theirs(theirFeishu)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("on the sandbox only");
            assertThat(theirFeishu.requests()).isEmpty();
        }
    }

    @Test
    void theSmallestExampleJustPublishes() {
        assertThat(run(Example.PUBLISH_MINIMAL, Map.of())).isTrue();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence("→ Publish advertisement", "→ Advertisement published", "publishedAt");
    }

    @Test
    void withAnAppOfTheUsersItPublishesWhereThatAppLives() {
        try (var theirFeishu = FeishuSandbox.start()) {
            theirFeishu.registerApp("cli_theirs", "their-secret");

            assertThat(run(Example.PUBLISH_WITH_APPROVAL, theirs(theirFeishu))).isTrue();

            assertThat(theirFeishu.published()).singleElement().satisfies(published -> {
                assertThat(published.advertisementId()).isEqualTo("4711");
                assertThat(published.jobChannelId()).isEqualTo("7002000000000000002");
                assertThat(published.appId()).isEqualTo("cli_theirs");
            });
            assertThat(output.toString(StandardCharsets.UTF_8))
                    .contains("Feishu is at " + theirFeishu.baseUrl() + ",", "this machine")
                    .doesNotContain("their-secret", "really be online");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8765", "http://LOCALHOST:8765", "https://[::1]:8765"})
    void anAddressOfThisMachineIsNotCalledTheRealFeishu(String baseUrl) {
        assertThat(introduction(baseUrl))
                .contains(baseUrl, "FEISHU_HIRE_BASE_URL", "this machine")
                .doesNotContain("the real one", "really be online");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://open.larksuite.com", "https://feishu.example.com", "https://127.0.0.1.example.com"})
    void anotherAddressIsSaidAndPublishesReally(String baseUrl) {
        assertThat(introduction(baseUrl))
                .contains(baseUrl, "FEISHU_HIRE_BASE_URL", "really be online")
                .doesNotContain("this machine");
    }

    @Test
    void withoutAnAddressItIsTheRealFeishu() {
        assertThat(introduction("")).contains("the real one", "https://open.feishu.cn", "really be online");
    }

    @Test
    void withoutAChannelInTheSettingsAPersonChoosesItByItsNameAndSeesTheLink() {
        try (var theirFeishu = FeishuSandbox.start()) {
            theirFeishu.registerApp("cli_theirs", "their-secret");

            assertThat(runFor("2\n", theirFeishu)).isTrue();

            assertThat(theirFeishu.published())
                    .extracting(PublishedAdvertisement::jobChannelId)
                    .containsExactly("7002000000000000001");
            assertThat(output.toString(StandardCharsets.UTF_8))
                    .containsSubsequence(
                            "1  内推平台 (Referral platform)",
                            "2  社招官网 (Careers)",
                            "choose 社招官网 (Careers)",
                            "社招官网 (Careers): online.",
                            "https://jobs.example.com/4711");
        }
    }

    @Test
    void whereTheChannelsCannotBeListedThePersonReadsWhyAndTypesTheId() {
        try (var theirFeishu = FeishuSandbox.start()) {
            theirFeishu.registerApp("cli_theirs", "their-secret");
            theirFeishu.revokeScope("cli_theirs", "hire:site:readonly");

            assertThat(runFor("7002000000000000002\n", theirFeishu)).isTrue();

            assertThat(theirFeishu.published())
                    .extracting(PublishedAdvertisement::jobChannelId)
                    .containsExactly("7002000000000000002");
            assertThat(output.toString(StandardCharsets.UTF_8))
                    .containsSubsequence(
                            "cannot offer the channels", "hire:site:readonly", "whether it can be seen is not known");
        }
    }

    @Test
    void withoutAChoiceNothingIsPublished() {
        try (var theirFeishu = FeishuSandbox.start()) {
            theirFeishu.registerApp("cli_theirs", "their-secret");

            assertThat(runFor("", theirFeishu)).isFalse();

            assertThat(theirFeishu.published()).isEmpty();
        }
    }

    private boolean runFor(String typed, FeishuSandbox theirFeishu) {
        var settings = new QuickstartSettings.RealFeishu(
                "cli_theirs",
                "their-secret",
                List.of("4711"),
                List.of(),
                Optional.of(theirFeishu.baseUrl()),
                Optional.of("https://jobs.example.com/{advertisementId}"));
        var keyboard = new Keyboard(new BufferedReader(new StringReader(typed)));
        return Quickstart.run(
                Example.PUBLISH_WITH_APPROVAL,
                new QuickstartFeishu.Real(settings, keyboard),
                new QuickstartSettings(Optional.empty(), Optional.empty()),
                narrator);
    }

    @Test
    void anAdvertisementThatCannotBePublishedIsNoSuccess() {
        try (var theirFeishu = FeishuSandbox.start()) {
            theirFeishu.registerApp("cli_theirs", "their-secret");
            theirFeishu.closeJob("4711");

            assertThat(run(Example.PUBLISH_WITH_APPROVAL, theirs(theirFeishu))).isFalse();
            assertThat(run(Example.PUBLISH_TO_CHANNELS, theirs(theirFeishu))).isFalse();
            assertThat(run(Example.BULK_PUBLISH, theirs(theirFeishu))).isFalse();
            assertThat(run(Example.PUBLISH_MINIMAL, theirs(theirFeishu))).isFalse();

            theirFeishu.revokeScope("cli_theirs");
            assertThat(run(Example.PUBLISH_WITH_APPROVAL, theirs(theirFeishu)))
                    .as("a task that the quickstart cannot do")
                    .isFalse();
        }
    }

    @Test
    void anExampleThatDoesNotExistIsAWrongSettingThatSaysWhatThereIs() {
        assertThatThrownBy(() -> Example.named("publish"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("publish-with-approval", "publish-to-channels", "bulk-publish");
        assertThat(Example.named("bulk-publish")).isEqualTo(Example.BULK_PUBLISH);
    }

    @Test
    void halfAnAppIsAWrongSettingThatSaysWhatIsMissing() {
        assertThatThrownBy(() -> QuickstartSettings.from(Map.of("FEISHU_APP_ID", "cli_x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FEISHU_APP_SECRET is missing");
    }

    @Test
    void aBulkWithoutAChannelIsAWrongSetting() {
        var settings = QuickstartSettings.from(
                Map.of("FEISHU_APP_ID", "cli_x", "FEISHU_APP_SECRET", "secret", "FEISHU_ADVERTISEMENT_ID", "4711"));
        try (var feishu = new QuickstartFeishu.Real(
                settings.realFeishu().orElseThrow(), new Keyboard(new BufferedReader(Reader.nullReader())))) {
            assertThatThrownBy(() -> Example.BULK_PUBLISH.startVariables(feishu))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("FEISHU_JOB_CHANNEL_ID");
        }
    }

    @Test
    void anAddressOfAClusterReplacesTheEmbeddedEngine() {
        var settings = QuickstartSettings.from(Map.of("CAMUNDA_GRPC_ADDRESS", "http://camunda:26500"));

        assertThat(settings.cluster()).hasValueSatisfying(cluster -> {
            assertThat(cluster.grpcAddress()).hasToString("http://camunda:26500");
            assertThat(cluster.restAddress()).hasToString("http://127.0.0.1:8080");
        });
    }

    private boolean run(Example example, Map<String, String> environment) {
        return Quickstart.run(example, QuickstartSettings.from(environment), narrator);
    }

    private static String introduction(String baseUrl) {
        var settings = QuickstartSettings.from(theirs(baseUrl)).realFeishu().orElseThrow();
        try (var feishu = new QuickstartFeishu.Real(settings, new Keyboard(new BufferedReader(Reader.nullReader())))) {
            return feishu.introduction();
        }
    }

    private static Map<String, String> theirs(FeishuSandbox feishu) {
        return theirs(feishu.baseUrl().toString());
    }

    private static Map<String, String> theirs(String baseUrl) {
        return Map.of(
                "FEISHU_APP_ID", "cli_theirs",
                "FEISHU_APP_SECRET", "their-secret",
                "FEISHU_ADVERTISEMENT_ID", "4711",
                "FEISHU_JOB_CHANNEL_ID", "7002000000000000002",
                "FEISHU_HIRE_BASE_URL", baseUrl);
    }
}
