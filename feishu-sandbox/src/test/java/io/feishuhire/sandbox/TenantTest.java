package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator would see. */
class TenantTest {

    private static final String AD = "700400000000000000";
    private static final String CAREERS = "7002000000000000001";
    private static final String CAMPUS = "7002000000000000002";

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void theTenantAtTheStart() {
        var tenant = sandbox.tenant();

        assertThat(tenant.down()).isFalse();
        assertThat(tenant.apiSync()).isTrue();
        assertThat(tenant.publishesPerSecond()).isEqualTo(10);
        assertThat(List.copyOf(tenant.scopes().keySet())).isSorted().containsAll(Scopes.GRANTED_AT_FIRST);
        assertThat(tenant.scopes().values()).containsOnly(true);
        assertThat(tenant.jobs())
                .extracting(Tenant.Job::code)
                .containsExactly("HR-001", "CAMPUS-01", "PM-001", "BE-001");
        assertThat(tenant.jobs().getFirst())
                .isEqualTo(new Tenant.Job(
                        "7003000000000000004",
                        "HR-001",
                        "招聘专员",
                        false,
                        List.of(new Tenant.Advertisement(AD + 4, true))));
        assertThat(tenant.channels())
                .containsExactly(
                        new Tenant.Channel(CAREERS, "7001000000000000001", "社招官网", "Careers", List.of()),
                        new Tenant.Channel(CAMPUS, "7001000000000000002", "校园招聘官网", "Campus", List.of()),
                        new Tenant.Channel("7002000000000000003", "7001000000000000003", "海外招聘官网", "", List.of()),
                        new Tenant.Channel("3", null, "内推平台", "Referral platform", List.of()));
        assertThat(tenant.people())
                .startsWith(new Tenant.Member("李雪", "Li Xue", "li.xue@example.com", false))
                .endsWith(new Tenant.Member("赵磊", "Zhao Lei", "zhao.lei@example.com", true))
                .hasSize(4);
    }

    @Test
    void everySwitchShowsAndASnapshotStaysAsItWas() {
        var before = sandbox.tenant();
        sandbox.apiSync(false);
        sandbox.rateLimit(3);
        sandbox.revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:job");
        sandbox.revokeScope(FeishuSandbox.DEFAULT_APP_ID, "another");
        sandbox.rejectAsNotCompliant(AD + 2);
        sandbox.closeJob(AD + 1);
        sandbox.addWebsite("1", "2", null, "Site");

        var tenant = sandbox.tenant();

        assertThat(tenant.apiSync()).isFalse();
        assertThat(tenant.publishesPerSecond()).isEqualTo(3);
        assertThat(tenant.scopes())
                .containsAllEntriesOf(Map.of("hire:job", false, "another", false, "hire:advertisement", true));
        assertThat(List.copyOf(tenant.scopes().keySet())).isSorted();
        assertThat(tenant.jobs().get(2).advertisements()).containsExactly(new Tenant.Advertisement(AD + 2, false));
        assertThat(tenant.jobs()).extracting(Tenant.Job::open).containsExactly(false, true, true, false);
        assertThat(channel("2")).isEqualTo(new Tenant.Channel("2", "1", "", "Site", List.of()));
        assertThat(before.apiSync()).isTrue();
        assertThat(before.jobs()).extracting(Tenant.Job::open).containsExactly(false, true, true, true);
        assertThatThrownBy(() -> tenant.scopes().put("x", true)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theNewestJobComesFirstHoweverItCameThere() {
        caller.publish(token, "69", "3");
        var created = caller.call(
                token,
                "/open-apis/hire/v1/jobs/combined_create",
                JobBody.withCode("REQ-1").toString());
        assertThat(created.statusCode()).isEqualTo(200);
        sandbox.addJob("1", "ONE", "One", "12", "11");
        assertThat(sandbox.tenant().jobs()).extracting(Tenant.Job::code).startsWith("ONE", "REQ-1", "J69", "HR-001");
        assertThat(sandbox.tenant().jobs().getFirst().advertisements())
                .extracting(Tenant.Advertisement::id)
                .containsExactly("11", "12");

        clock.advance(Duration.ofSeconds(1));
        sandbox.addJob("7003000000000000001", "BE-001", "Declared again");
        assertThat(sandbox.tenant().jobs().getFirst().title()).isEqualTo("Declared again");
    }

    @Test
    void whatIsOnlineIsThereNewestFirstUntilItsJobIsClosed() {
        caller.publish(token, AD + 1, CAREERS);
        caller.publish(token, AD + 2, CAREERS);
        caller.publish(token, AD + 2, "3");
        clock.advance(Duration.ofSeconds(1));
        caller.publish(token, AD + 3, CAREERS);
        caller.publish(token, AD + 1, CAREERS);

        assertThat(channel(CAREERS).online())
                .extracting(Tenant.Online::advertisementId)
                .containsExactly(AD + 3, AD + 2, AD + 1);
        assertThat(channel("3").online())
                .containsExactly(new Tenant.Online(
                        AD + 2, "产品经理 Product Manager", clock.instant().minusSeconds(1), null));
        assertThat(channel(CAMPUS).online()).isEmpty();
        sandbox.closeJob(AD + 2);
        assertThat(channel(CAREERS).online())
                .extracting(Tenant.Online::advertisementId)
                .containsExactly(AD + 3, AD + 1);
        assertThat(channel("3").online()).isEmpty();
    }

    @Test
    void channelsThatSomethingWasPublishedToAreThereToo() {
        caller.publish(token, "69", "5");
        caller.send(caller.publishing("70", "Bearer " + token, "{}"));
        caller.publish(token, "71", CAMPUS);
        sandbox.clearWebsites();

        assertThat(sandbox.tenant().channels())
                .extracting(Tenant.Channel::jobChannelId)
                .containsExactly("3", "5", null, CAMPUS);
        assertThat(channel("5").zhName()).isEqualTo("渠道 5");
        assertThat(channel("5").enName()).isEqualTo("Channel 5");
        assertThat(channel(null).enName()).isEqualTo("No channel named");
        assertThat(channel(null).online())
                .extracting(Tenant.Online::advertisementId)
                .containsExactly("70");
        assertThat(channel(CAMPUS).online())
                .extracting(Tenant.Online::careersPath)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void thePathOfWhatIsOnlineLeadsToItsPage(boolean numberedLikeChannels, boolean anotherId) {
        sandbox.numberWebsitesLikeChannels(numberedLikeChannels);
        sandbox.anotherIdOnWebsites(anotherId);
        caller.publish(token, AD + 1, CAREERS);
        caller.publish(token, "69", CAREERS);
        caller.publish(token, AD + 2, CAMPUS);

        for (var channel : List.of(channel(CAREERS), channel(CAMPUS))) {
            assertThat(channel.online()).isNotEmpty().allSatisfy(online -> {
                var page = caller.send("GET", online.careersPath(), "");
                assertThat(page.statusCode()).as(online.careersPath()).isEqualTo(200);
                assertThat(page.body()).contains("<h1>" + online.title() + "</h1>", channel.zhName());
            });
            assertThat(json(caller.get(token, "/open-apis/hire/v1/websites")).findValuesAsText("id"))
                    .contains(channel.websiteId());
        }
        assertThat(channel(CAREERS).online())
                .extracting(Tenant.Online::advertisementId)
                .containsExactly("69", AD + 1);
    }

    @Test
    void whatIsNotSeenYetIsNotOnlineYet() {
        sandbox.delayUntilSeen(Duration.ofSeconds(5));
        caller.publish(token, "69", CAREERS);
        caller.publish(token, "69", "3");
        var published = clock.instant();
        clock.advance(Duration.ofMillis(4999));
        assertThat(channel(CAREERS).online()).isEmpty();
        assertThat(channel("3").online()).isEmpty();

        clock.advance(Duration.ofMillis(1));

        assertThat(channel("3").online()).hasSize(1);
        assertThat(channel(CAREERS).online())
                .containsExactly(new Tenant.Online(
                        "69", "Job 69", published, "/careers/7001000000000000001/position/69/detail"));
    }

    private Tenant.Channel channel(String jobChannelId) {
        return sandbox.tenant().channels().stream()
                .filter(channel -> Objects.equals(channel.jobChannelId(), jobChannelId))
                .findFirst()
                .orElseThrow();
    }
}
