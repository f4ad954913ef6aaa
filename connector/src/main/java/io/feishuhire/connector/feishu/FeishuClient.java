package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ratelimit.Bulkhead;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Calls Feishu Hire.
 *
 * <pre>{@code
 * var client = new FeishuClient(FeishuClientSettings.DEFAULT);
 * var receipt = client.advertisements().publish(new PublishRequest(
 *         new FeishuApp(BaseUrl.FEISHU, "cli_…", "…"),
 *         new AdvertisementId("6960663240925956660"),
 *         Optional.of(JobChannelId.REFERRAL_PLATFORM),
 *         Duration.ofSeconds(20)));
 * }</pre>
 *
 * <p>One client serves all threads. It keeps tokens and connections, and counts the requests of each app against its
 * limits, so a process should have just one.
 */
public final class FeishuClient {

    private final FeishuClientSettings settings;
    private final Advertisements advertisements;

    /**
     * A client with a connection pool of its own and the system's clocks.
     *
     * @param settings what an operator may decide
     * @throws UnusableSetupException when settings, JVM or machine do not let it be made
     */
    public FeishuClient(FeishuClientSettings settings) {
        this(settings, FeishuHttp.create(settings.proxies()), InstantSource.system(), System::nanoTime, new Bulkhead());
    }

    /** A client that any number of threads may wait in. */
    FeishuClient(FeishuClientSettings settings, FeishuHttp http, InstantSource clock, LongSupplier nanoTime) {
        this(settings, http, clock, nanoTime, Bulkhead.unlimited());
    }

    private FeishuClient(
            FeishuClientSettings settings,
            FeishuHttp http,
            InstantSource clock,
            LongSupplier nanoTime,
            Bulkhead bulkhead) {
        this.settings = settings;
        this.advertisements =
                new Advertisements(new ApiClient(http, bulkhead, nanoTime), settings.publishesPerSecond(), clock);
    }

    /** Publishes job advertisements. */
    public Advertisements advertisements() {
        return advertisements;
    }

    /** What this client was made with. */
    public FeishuClientSettings settings() {
        return settings;
    }
}
