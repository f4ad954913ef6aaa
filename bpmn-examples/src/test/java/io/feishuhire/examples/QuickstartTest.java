package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feishuhire.sandbox.FeishuSandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Narrator narrator = new Narrator(new PrintStream(output, true, StandardCharsets.UTF_8));

    @Test
    void withoutSettingsItPublishesOnASandboxByWayOfTheSwitch() {
        assertThat(Quickstart.run(QuickstartSettings.from(Map.of()), narrator)).isTrue();

        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "sandbox on this machine",
                        "Approve publication",
                        "API sync is off",
                        "通过 API 同步职位",
                        "The switch is on",
                        "Published",
                        "publishedAt");
    }

    @Test
    void withAnAppOfTheUsersItPublishesWhereThatAppLives() {
        try (var theirFeishu = FeishuSandbox.start()) {
            theirFeishu.registerApp("cli_theirs", "their secret");
            var settings = QuickstartSettings.from(theirs(theirFeishu));

            assertThat(Quickstart.run(settings, narrator)).isTrue();

            assertThat(theirFeishu.published()).singleElement().satisfies(published -> {
                assertThat(published.advertisementId()).isEqualTo("4711");
                assertThat(published.jobChannelId()).isEqualTo("7301");
                assertThat(published.appId()).isEqualTo("cli_theirs");
            });
            assertThat(output.toString(StandardCharsets.UTF_8)).doesNotContain("their secret");
        }
    }

    @Test
    void anAdvertisementThatCannotBePublishedIsNoSuccess() {
        try (var theirFeishu = FeishuSandbox.start()) {
            theirFeishu.registerApp("cli_theirs", "their secret");
            theirFeishu.closeJob("4711");

            assertThat(Quickstart.run(QuickstartSettings.from(theirs(theirFeishu)), narrator))
                    .isFalse();
        }
    }

    @Test
    void halfAnAppIsAWrongSettingThatSaysWhatIsMissing() {
        assertThatThrownBy(() -> QuickstartSettings.from(Map.of("FEISHU_APP_ID", "cli_x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FEISHU_APP_SECRET is missing");
    }

    @Test
    void anAddressOfAClusterReplacesTheEmbeddedEngine() {
        var settings = QuickstartSettings.from(Map.of("CAMUNDA_GRPC_ADDRESS", "http://camunda:26500"));

        assertThat(settings.cluster()).hasValueSatisfying(cluster -> {
            assertThat(cluster.grpcAddress()).hasToString("http://camunda:26500");
            assertThat(cluster.restAddress()).hasToString("http://127.0.0.1:8080");
        });
    }

    private static Map<String, String> theirs(FeishuSandbox feishu) {
        return Map.of(
                "FEISHU_APP_ID", "cli_theirs",
                "FEISHU_APP_SECRET", "their secret",
                "FEISHU_ADVERTISEMENT_ID", "4711",
                "FEISHU_JOB_CHANNEL_ID", "7301",
                "FEISHU_BASE_URL", feishu.baseUrl().toString());
    }
}
