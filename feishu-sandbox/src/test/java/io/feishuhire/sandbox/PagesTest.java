package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @ParameterizedTest
    @MethodSource("io.feishuhire.sandbox.KnownCall#lists")
    void aPageIsWithinTheBoundsOfTheCall(KnownCall call) {
        sandbox.rateLimit(call.endpoint(), 0, 0);

        assertThat(outcome(call.make(caller, token, "page_size=1"))).isEqualTo("200 0");
        assertThat(outcome(call.make(caller, token, "page_size=" + call.largestPage())))
                .isEqualTo("200 0");
        for (var size : List.of("0", "-1", "" + (call.largestPage() + 1), "ten", "1.5", "")) {
            assertThat(outcome(call.make(caller, token, "page_size=" + size)))
                    .as(size)
                    .isEqualTo(contact(call) ? "400 40011" : "400 1002002");
        }
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.sandbox.KnownCall#lists")
    void aPageTokenThatTheCallDidNotAnswerIsRefused(KnownCall call) {
        fill();
        var other = KnownCall.lists()
                .filter(list -> list.endpoint() != call.endpoint())
                .findFirst()
                .orElseThrow();
        var foreign = json(other.make(caller, token, "page_size=1"))
                .at("/data/page_token")
                .textValue();

        for (var pageToken : List.of("", "abc", "%2F%2F", foreign)) {
            assertThat(outcome(call.make(caller, token, "page_token=" + pageToken)))
                    .as(pageToken)
                    .isEqualTo(contact(call) ? "400 40012" : "400 1002002");
        }
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.sandbox.KnownCall#lists")
    void theFirstPageHasTheDefaultSizeAndATokenOnlyIfThereIsMore(KnownCall call) {
        fill();

        var data = json(call.make(caller, token)).path("data");

        assertThat(data.path("items")).hasSize(call.pageSize());
        assertThat(data.path("has_more").booleanValue()).isTrue();
        assertThat(data.path("page_token").isTextual()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.sandbox.KnownCall#lists")
    void allPagesTogetherAreTheList(KnownCall call) {
        fill();
        sandbox.rateLimit(call.endpoint(), 0, 0);
        var items = new ArrayList<JsonNode>();
        var next = "";
        JsonNode data;
        do {
            data = json(call.make(caller, token, "page_size=4" + next)).path("data");
            data.path("items").forEach(items::add);
            next = "&page_token=" + data.path("page_token").textValue();
        } while (data.path("has_more").booleanValue());

        assertThat(data.has("page_token")).isFalse();
        assertThat(items).hasSizeGreaterThanOrEqualTo(11).doesNotHaveDuplicates();
    }

    @Test
    void aListWithoutEntriesHasOnePage() {
        sandbox.clearWebsites();

        assertThat(caller.get(token, "/open-apis/hire/v1/websites").body())
                .isEqualTo("{\"code\":0,\"msg\":\"ok\",\"data\":{\"items\":[],\"has_more\":false}}");
    }

    /** More of everything than fits on a first page. */
    private void fill() {
        sandbox.withoutRateLimit();
        for (var number = 1; number <= 12; number++) {
            sandbox.addWebsite("90" + number, "91" + number, "网站 " + number, null);
            caller.publish(token, "92" + number, "3");
            for (var list : Catalogue.values()) {
                sandbox.add(list, "od-93" + number, "选项 " + number, "Choice " + number, null, true);
            }
            caller.publish(token, "92" + number, "7002000000000000001");
        }
    }

    private static boolean contact(KnownCall call) {
        return call.path().startsWith("/open-apis/contact");
    }
}
