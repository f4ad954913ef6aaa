package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ListenersTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();

    @Test
    void everyRequestIsToldOnceItIsInTheJournalAndBeforeItsReply() {
        var told = new ConcurrentLinkedQueue<RecordedRequest>();
        var inJournal = new ConcurrentLinkedQueue<Boolean>();
        sandbox.onRequest(told::add);
        sandbox.onRequest(request -> inJournal.add(sandbox.requests().contains(request)));

        caller.publish(caller.token());
        caller.send("GET", "/sandbox", "");

        assertThat(told).hasSize(2).containsExactlyElementsOf(sandbox.requests());
        assertThat(inJournal).containsExactly(true, true);
    }

    @Test
    void requestsThatComeAtTheSameTimeAreAllTold() {
        sandbox.withoutRateLimit();
        var token = caller.token();
        var told = new ConcurrentLinkedQueue<RecordedRequest>();
        sandbox.onRequest(told::add);

        IntStream.range(0, 60).parallel().forEach(number -> caller.publish(token));

        assertThat(told).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void everyChangeOverHttpIsToldWhenItHasTakenEffect() {
        var apiSync = new ConcurrentLinkedQueue<Boolean>();
        sandbox.onControl(() -> apiSync.add(sandbox.tenant().apiSync()));

        caller.send("PUT", "/sandbox/api-sync", "{\"enabled\":false}");
        caller.send("GET", "/sandbox", "");
        caller.token();
        sandbox.apiSync(true);
        assertThat(apiSync).containsExactly(false);

        caller.send("PUT", "/sandbox/api-sync", "{\"enabled\":false}");
        caller.send("DELETE", "/sandbox", "");
        assertThat(apiSync).as("a reset too, and it keeps the listeners").containsExactly(false, false, true);
        caller.send("POST", "/sandbox/revoke-tokens", "");
        assertThat(apiSync).hasSize(4);
    }

    @Test
    void aListenerThatFailsHarmsNeitherTheReplyNorTheNextListener() {
        var thrown = new ConcurrentLinkedQueue<Throwable>();
        var told = new ArrayList<String>();
        var failures = List.of(new IllegalStateException("of requests"), new AssertionError("of controls"));
        sandbox.onRequest(request -> {
            handleUncaught(thrown);
            throw (RuntimeException) failures.getFirst();
        });
        sandbox.onRequest(request -> told.add("request"));
        sandbox.onControl(() -> {
            handleUncaught(thrown);
            throw (Error) failures.getLast();
        });
        sandbox.onControl(() -> told.add("control"));

        var token = caller.token();
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
        assertThat(caller.send("PUT", "/sandbox/api-sync", "{\"enabled\":true}").statusCode())
                .isEqualTo(200);

        assertThat(told).containsExactly("request", "request", "control");
        assertThat(thrown).containsExactly(failures.getFirst(), failures.getFirst(), failures.getLast());
    }

    /** The thread that calls a listener belongs to this test's sandbox. */
    private static void handleUncaught(ConcurrentLinkedQueue<Throwable> thrown) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
    }
}
