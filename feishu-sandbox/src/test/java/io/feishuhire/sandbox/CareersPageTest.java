package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CareersPageTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void anAdvertisementThatIsOnlineHasAPage() {
        caller.publish(token, "7004000000000000001", "7002000000000000001");

        var page = page("7001000000000000001", "7004000000000000001");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("<title>后端开发工程师 - 社招官网</title>", "<h1>后端开发工程师</h1>", "BE-001", "<header>社招官网</header>");
        assertThat(sandbox.requests().getLast().endpoint()).isEqualTo(Endpoint.CAREERS_PAGE);
    }

    @Test
    void elsewhereAndAfterwardsThereIsNone() {
        caller.publish(token, "7004000000000000001", "7002000000000000001");

        assertThat(page("7001000000000000002", "7004000000000000001").statusCode())
                .isEqualTo(404);
        assertThat(page("1", "7004000000000000001").statusCode()).isEqualTo(404);
        assertThat(page("7001000000000000001", "x").body()).contains("社招官网", "职位不存在或已下线");
        sandbox.closeJob("7004000000000000001");
        assertThat(page("7001000000000000001", "7004000000000000001").statusCode())
                .isEqualTo(404);
    }

    @Test
    void thereIsNoneBeforeTheAdvertisementIsSeen() {
        sandbox.delayUntilSeen(Duration.ofSeconds(5));
        caller.publish(token, "69", "7002000000000000001");
        assertThat(page("7001000000000000001", "69").statusCode()).isEqualTo(404);

        clock.advance(Duration.ofSeconds(5));
        assertThat(page("7001000000000000001", "69").statusCode()).isEqualTo(200);
    }

    @Test
    void itIsUnderTheIdThatTheWebsiteShows() {
        sandbox.anotherIdOnWebsites(true);
        caller.publish(token, "69", "7002000000000000001");
        var shown = json(caller.get(token, "/open-apis/hire/v1/websites/7001000000000000001/job_posts"))
                .at("/data/items/0/id")
                .textValue();

        assertThat(page("7001000000000000001", "69").statusCode()).isEqualTo(404);
        assertThat(page("7001000000000000001", shown).statusCode()).isEqualTo(200);
    }

    @Test
    void whatLooksLikeHtmlIsText() {
        sandbox.addWebsite("1", "2", "<b>\"A\" & 'B'</b>", null);
        sandbox.addJob("3", "</p>", "<script>alert(1)</script>", "4");
        caller.publish(token, "4", "2");

        assertThat(page("1", "4").body())
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;",
                        "&lt;/p&gt;")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void itCanBeScriptedAndIsOnlyRead() {
        sandbox.next(Endpoint.CAREERS_PAGE, Reply.gatewayFailure());
        assertThat(page("1", "2").statusCode()).isEqualTo(502);
        assertThat(caller.send("POST", "/careers/1/position/2/detail", "").body())
                .isEqualTo("404 page not found");
    }

    private HttpResponse<String> page(String website, String advertisement) {
        return caller.send("GET", "/careers/" + website + "/position/" + advertisement + "/detail", "");
    }
}
