package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebsitesTest {

    private static final String WEBSITES = "/open-apis/hire/v1/websites";

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void thereAreThreeAtFirstAndOneHasNoEnglishName() {
        var items = websites();

        assertThat(items).hasSize(3);
        assertThat(items.get(0))
                .isEqualTo(Caller.parse(
                        "{\"id\":\"7001000000000000001\",\"name\":{\"zh_cn\":\"社招官网\",\"en_us\":\"Careers\"},"
                                + "\"process_type_list\":[1],\"job_channel_id\":\"7002000000000000001\"}"));
        assertThat(items.findValuesAsText("zh_cn")).contains("社招官网", "校园招聘官网");
        assertThat(items.findValuesAsText("en_us")).containsExactly("Careers", "Campus", "");
    }

    @Test
    void theIdOfAWebsiteAndOfItsChannelAreDifferentNumbersUnlessTheSwitchSaysOtherwise() {
        assertThat(websites())
                .allSatisfy(website -> assertThat(website.path("id")).isNotEqualTo(website.path("job_channel_id")));

        sandbox.numberWebsitesLikeChannels(true);

        assertThat(websites())
                .allSatisfy(website -> assertThat(website.path("id")).isEqualTo(website.path("job_channel_id")));
        assertThat(outcome(caller.get(token, WEBSITES + "/7002000000000000001/job_posts")))
                .isEqualTo("200 0");
        assertThat(outcome(caller.get(token, WEBSITES + "/7001000000000000001/job_posts")))
                .isEqualTo("400 1002502");
    }

    @Test
    void websitesAreAddedReplacedAndRemoved() {
        sandbox.clearWebsites();
        sandbox.addWebsite("1", "2", "甲", "A");
        sandbox.addWebsite("3", "4", null, "Only English");
        sandbox.addWebsite("1", "5", "乙", null);

        var items = websites();

        assertThat(items.findValuesAsText("job_channel_id")).containsExactly("5", "4");
        assertThat(items.get(0).path("name")).isEqualTo(Caller.parse("{\"zh_cn\":\"乙\"}"));
        assertThat(items.get(1).path("name")).isEqualTo(Caller.parse("{\"en_us\":\"Only English\"}"));
    }

    @Test
    void theSameIsDoneOverHttp() {
        caller.send("DELETE", "/sandbox/websites", "");
        caller.send("PUT", "/sandbox/websites/1", "{\"jobChannelId\":\"2\",\"zhName\":\"甲\",\"enName\":\"\"}");
        caller.send("PUT", "/sandbox/websites/3", "{\"jobChannelId\":\"4\"}");

        var items = websites();

        assertThat(items.findValuesAsText("id")).containsExactly("1", "3");
        assertThat(items.get(0).path("name")).isEqualTo(Caller.parse("{\"zh_cn\":\"甲\",\"en_us\":\"\"}"));
        assertThat(json(caller.send("GET", "/sandbox", "")).path("websites")).isEqualTo(items);
    }

    @Test
    void onlyDigitsNumberAWebsite() {
        assertThatThrownBy(() -> sandbox.addWebsite("x", "1", "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.addWebsite("1", "", "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThat(caller.send("PUT", "/sandbox/websites/1", "{\"jobChannelId\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.send("PUT", "/sandbox/websites/1", "{\"jobChannelId\":\"1\",\"zhName\":1}")
                        .statusCode())
                .isEqualTo(400);
    }

    private JsonNode websites() {
        return json(caller.get(token, WEBSITES)).at("/data/items");
    }
}
