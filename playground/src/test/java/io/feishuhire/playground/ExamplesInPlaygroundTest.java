package io.feishuhire.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.feishuhire.examples.Example;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The server of the playground with the examples, with the stock connector runtime beside it, over HTTP. */
@Execution(ExecutionMode.SAME_THREAD) // All of it has one Feishu, which the tests change.
class ExamplesInPlaygroundTest {

    private static final String APPROVAL = "publish-with-approval";
    private static final String ADVERTISEMENT = "7004000000000000001";

    @AutoClose
    private static final RunningPlayground RUNNING = RunningPlayground.ofExamples();

    private final PageClient page = RUNNING.page();

    @BeforeEach
    void asAtTheStart() {
        page.done("DELETE", "/api/feishu", null);
    }

    @Test
    void everyExampleIsOfferedWithItsDiagramAndItsStartForm() {
        try (var events = page.events(null)) {
            var offered = events.await("processes", all -> !all.isEmpty());
            assertThat(offered.valueStream().map(process -> process.path("id").asText()))
                    .containsExactlyElementsOf(Arrays.stream(Example.values())
                            .map(Example::processId)
                            .toList());
            offered.forEach(process -> {
                var id = process.path("id").asText();
                assertThat(page.call("GET", "/api/processes/" + id + "/diagram", null)
                                .body())
                        .contains("<bpmndi:BPMNDiagram")
                        .contains("id=\"" + id + "\"");
                if (process.path("startForm").asBoolean()) {
                    var form = page.get("/api/processes/" + id + "/start-form").path("form");
                    assertThat(form.path("components").isEmpty()).isFalse();
                }
            });
            assertThat(page.get("/api/processes/bulk-publish/start-form")
                            .at("/form/id")
                            .asText())
                    .isEqualTo("bulk-publish-request");
        }
    }

    @Test
    void aSwitchThatIsOffIsTurnedOnAndTheAdvertisementPublished() {
        page.done("PUT", "/api/feishu/api-sync", "{\"enabled\":false}");
        var instance = page.start(APPROVAL, "{}");
        try (var events = page.events(instance)) {
            var request = events.awaitTask(instance, "request-publication");
            var form = page.get("/api/tasks/" + request);
            assertThat(form.at("/form/id").asText()).isEqualTo("publication-request");
            assertThat(form.at("/variables/choices/items/0/label").asText()).isNotEmpty();
            complete(
                    request,
                    "{\"advertisementId\":\"%s\",\"jobChannelId\":\"3\",\"requestDecision\":\"submit\"}"
                            .formatted(ADVERTISEMENT));
            complete(events.awaitTask(instance, "approve-publication"), "{\"approved\":true}");

            var turnOn = events.awaitTask(instance, "turn-on-api-sync");
            var now = events.await(
                    "instance", seen -> seen.at("/active/turn-on-api-sync").asInt() == 1);
            assertThat(now.path("errors"))
                    .singleElement()
                    .satisfies(error -> assertThat(error.path("code").asText()).isEqualTo("FEISHU_API_SYNC_DISABLED"));
            var caught = now.path("local")
                    .valueStream()
                    .filter(local -> local.has("feishuError"))
                    .findFirst()
                    .orElseThrow();
            assertThat(caught.at("/feishuError/advice/zh").asText()).isNotEmpty();

            page.done("PUT", "/api/feishu/api-sync", "{\"enabled\":true}");
            events.await("feishu", seen -> seen.path("apiSync").asBoolean());
            complete(turnOn, "{}");
            complete(events.awaitTask(instance, "see-result"), "{}");
            events.await("instance", seen -> seen.path("state").asText().equals("COMPLETED"));

            var online = events.await("feishu", seen -> isOnline(seen, "3", ADVERTISEMENT));
            assertThat(online).isNotNull();
            assertThat(codes(events, "publish")).contains(1_002_613, 0);
            assertThat(events.journal()).allSatisfy(entry -> {
                assertThat(entry.path("logId").asText()).isNotEmpty();
                assertThat(entry.toString()).doesNotContain("sandbox-app-secret");
            });
        }
    }

    @Test
    void aBulkIsCountedSecondBySecond() {
        try (var events = page.events(null)) {
            var before = sum(events.await("rate", seen -> true), "published");
            page.done("POST", "/api/bulk", "{\"count\":25}");
            page.done("POST", "/api/bulk", "{\"count\":2}");
            // None of the second bulk is one of the first.
            events.await("feishu", seen -> channel(seen, "3").path("online").size() == 27);
            var rate = events.await("rate", seen -> sum(seen, "published") >= before + 27);
            assertThat(last(rate, "limit")).isEqualTo(10);
            assertThat(rate.path("samples")
                            .valueStream()
                            .map(sample -> sample.path("waiting").asInt()))
                    .anyMatch(waiting -> waiting > 0);
            events.await("rate", seen -> last(seen, "waiting") == 0);
        }
    }

    @Test
    void whatAnAdministratorChangesIsSeenInEveryWindow() {
        try (var one = page.events(null);
                var other = page.events(null)) {
            page.done("PUT", "/api/feishu/scopes/hire:subject:readonly", "{\"granted\":false}");
            page.done("PUT", "/api/feishu/advertisements/7004000000000000003", "{\"state\":\"closed\"}");
            for (var window : new EventReader[] {one, other}) {
                window.await(
                        "feishu",
                        seen -> seen.path("scopes")
                                .valueStream()
                                .anyMatch(scope -> scope.path("name").asText().equals("hire:subject:readonly")
                                        && !scope.path("granted").asBoolean()));
                window.await(
                        "feishu",
                        seen -> seen.path("jobs")
                                .valueStream()
                                .anyMatch(job ->
                                        job.at("/advertisements/0/id").asText().equals("7004000000000000003")
                                                && !job.path("open").asBoolean()));
            }
        }
    }

    @Test
    void aWindowThatIsUpToDateLearnsThatTheJournalBeganAnew() {
        var instance = page.start("publish-minimal", "{\"advertisementId\":\"" + ADVERTISEMENT + "\"}");
        try (var events = page.events(instance)) {
            events.await("instance", seen -> seen.path("state").asText().equals("COMPLETED"));
            var last = events.await(
                            "journal",
                            seen -> seen.path("entries")
                                    .valueStream()
                                    .anyMatch(
                                            entry -> entry.path("call").asText().equals("publish")))
                    .path("entries")
                    .valueStream()
                    .mapToLong(entry -> entry.path("number").asLong())
                    .max()
                    .orElseThrow();

            page.done("DELETE", "/api/feishu", null);

            events.await("journal", seen -> seen.path("began").asLong() >= last);
        }
    }

    @Test
    void instancesComeNewestFirstAndTasksOldestFirst() {
        var first = page.start(APPROVAL, "{}");
        var second = page.start(APPROVAL, "{}");
        try (var events = page.events(null)) {
            events.awaitTask(first, "request-publication");
            events.awaitTask(second, "request-publication");
            assertThat(keys(events.part("instances"), "key")).containsSubsequence(second, first);
            assertThat(events.part("tasks")
                            .valueStream()
                            .map(task -> task.path("createdAt").asText()))
                    .isSorted();
            page.done("POST", "/api/instances/" + first + "/cancellation", null);
            page.done("POST", "/api/instances/" + second + "/cancellation", null);
        }
    }

    @Test
    void aWindowHearsThatThePlaygroundIsAliveWhenNothingHappens() {
        try (var events = page.events(null)) {
            events.await("alive", seen -> true);
            var times = events.count("time");
            var alive = events.count("alive");
            events.await("alive", seen -> events.count("alive") > alive);
            assertThat(events.count("time"))
                    .as("The page's clock goes on by itself.")
                    .isLessThanOrEqualTo(times + 1);
        }
    }

    @Test
    void eachOfManyIsCountedOnceAndNotOnceMoreForAll() {
        var instance =
                page.done("POST", "/api/bulk", "{\"count\":5}").path("key").asText();
        try (var events = page.events(instance)) {
            var ended =
                    events.await("instance", seen -> seen.path("state").asText().equals("COMPLETED"));
            assertThat(ended.at("/completed/publish-one-of-many").asInt()).isEqualTo(5);
        }
    }

    @Test
    void theConnectorRuntimeIsSaidToRunOnceItDoes() {
        try (var events = page.events(null)) {
            events.await("programs", seen -> seen.path("connectors").asText().equals("running"));
        }
    }

    private void complete(String task, String variables) {
        page.done("POST", "/api/tasks/" + task + "/completion", "{\"variables\":" + variables + "}");
    }

    private static Stream<String> keys(JsonNode list, String field) {
        return list.valueStream().map(entry -> entry.path(field).asText());
    }

    private static Stream<Integer> codes(EventReader events, String call) {
        return events.journal().stream()
                .filter(entry -> entry.path("call").asText().equals(call))
                .map(entry -> entry.path("code").asInt());
    }

    private static JsonNode channel(JsonNode feishu, String channel) {
        return feishu.path("channels")
                .valueStream()
                .filter(shown -> shown.path("id").asText().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOnline(JsonNode feishu, String channel, String advertisement) {
        return channel(feishu, channel)
                .path("online")
                .valueStream()
                .anyMatch(online -> online.path("advertisement").asText().equals(advertisement));
    }

    private static int sum(JsonNode rate, String field) {
        return rate.path("samples")
                .valueStream()
                .mapToInt(sample -> sample.path(field).asInt())
                .sum();
    }

    private static int last(JsonNode rate, String field) {
        return rate.path("samples")
                .path(rate.path("samples").size() - 1)
                .path(field)
                .asInt();
    }
}
