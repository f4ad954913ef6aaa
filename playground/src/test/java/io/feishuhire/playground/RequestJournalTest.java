package io.feishuhire.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.playground.RequestJournal.Entry;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.RecordedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestJournalTest {

    private final RequestJournal journal = new RequestJournal();

    @Test
    void entriesAreNumberedAndShowNoCredentials() {
        journal.add(request(
                Endpoint.TOKEN, "{\"app_secret\":\"hush\"}", "{\"code\":0,\"tenant_access_token\":\"t-hush\"}"));
        journal.add(request(Endpoint.WEBSITE_JOB_POST, "", "{\"code\":0}"));

        var news = journal.after(0);

        assertThat(news.entries()).extracting(Entry::number).containsExactly(1L, 2L);
        assertThat(news.entries()).extracting(Entry::call).containsExactly("token", "website-job-post");
        assertThat(news.entries().toString()).doesNotContain("hush");
        assertThat(journal.after(1).entries()).extracting(Entry::number).containsExactly(2L);
        assertThat(journal.after(2).entries()).isEmpty();
    }

    @Test
    void pagesThatABrowserOpensAreNoneOfIt() {
        journal.add(new RecordedRequest(
                Endpoint.CAREERS_PAGE,
                "GET",
                "/careers/1/position/2/detail",
                Map.of(),
                "",
                Instant.EPOCH,
                200,
                null,
                "A",
                ""));
        journal.add(new RecordedRequest(
                Endpoint.OTHER, "GET", "/favicon.ico", Map.of(), "", Instant.EPOCH, 404, null, "A", ""));

        assertThat(journal.after(0).entries()).isEmpty();
    }

    @Test
    void theLastHundredAreKept() {
        IntStream.range(0, 130).forEach(index -> journal.add(request(Endpoint.PUBLISH, "", "")));

        assertThat(journal.after(0).entries())
                .hasSize(100)
                .extracting(Entry::number)
                .startsWith(31L);
    }

    @Test
    void aClearedJournalSaysAfterWhichNumberItBeginsAnew() {
        journal.add(request(Endpoint.PUBLISH, "", ""));
        journal.clear();
        assertThat(journal.after(0)).isEqualTo(new RequestJournal.News(1, List.of()));

        journal.add(request(Endpoint.PUBLISH, "", ""));

        assertThat(journal.after(1).entries()).extracting(Entry::number).containsExactly(2L);
    }

    private static RecordedRequest request(Endpoint endpoint, String body, String reply) {
        return new RecordedRequest(
                endpoint, "POST", "/open-apis/hire", Map.of(), body, Instant.EPOCH, 200, 0, "202611260000000A", reply);
    }
}
