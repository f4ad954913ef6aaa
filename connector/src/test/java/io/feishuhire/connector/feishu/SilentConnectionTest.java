package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feishuhire.connector.feishu.proxy.ProxySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A firewall that forgets a connection tells neither end: what is sent is lost, and nothing ever comes back. */
class SilentConnectionTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @Test
    void aConnectionThatWentSilentFailsOneCallAndTheNextGetsANewOne() throws Exception {
        try (var feishu = TlsFeishu.start();
                var wire = Wire.to(feishu.port())) {
            var client = feishu.client(ProxySettings.NONE);
            client.advertisements().publish(feishu.request(wire.port(), LONG));
            wire.cut();

            assertThatThrownBy(() -> client.advertisements().publish(feishu.request(wire.port(), SHORT)))
                    .isInstanceOf(FeishuException.class)
                    .hasMessageStartingWith("No complete answer within 2.0 s.");

            assertThat(client.advertisements().publish(feishu.request(wire.port(), LONG)))
                    .isNotNull();
        }
    }

    @Test
    void noMoreCallsFailThanConnectionsWentSilent() throws Exception {
        try (var feishu = TlsFeishu.start();
                var wire = Wire.to(feishu.port());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = feishu.client(ProxySettings.NONE);
            publishTogether(3, threads, () -> client.advertisements().publish(feishu.request(wire.port(), LONG)));
            var idle = wire.connections();
            wire.cut();

            var failed = 0;
            while (failed <= idle && !isPublished(client, feishu.request(wire.port(), SHORT))) {
                failed++;
            }

            assertThat(failed).isBetween(1, idle);
        }
    }

    private static boolean isPublished(FeishuClient client, PublishRequest request) {
        try {
            client.advertisements().publish(request);
            return true;
        } catch (FeishuException silent) {
            return false;
        }
    }

    private static void publishTogether(int count, ExecutorService threads, Runnable publish) throws Exception {
        var together = new CountDownLatch(count);
        var all = new ArrayList<Future<?>>();
        for (var i = 0; i < count; i++) {
            all.add(threads.submit(() -> {
                together.countDown();
                together.await();
                publish.run();
                return null;
            }));
        }
        for (var one : all) {
            one.get();
        }
    }
}
