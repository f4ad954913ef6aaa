package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ratelimit.Bulkhead;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter;
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
 *         Channel.REFERRAL_PLATFORM,
 *         Duration.ofSeconds(20)));
 * }</pre>
 *
 * <p>One client serves all threads. It keeps tokens and connections, and counts the requests of each app against its
 * limits, so a process should have just one.
 */
public final class FeishuClient {

    private final FeishuClientSettings settings;
    private final Advertisements advertisements;
    private final Choices choices;
    private final NewJobs newJobs;
    private final ExistingJobs existingJobs;
    private final AppInspection appInspection;

    /**
     * A client with a connection pool of its own and the system's clocks.
     *
     * @param settings what an operator may decide
     * @throws UnusableSetupException when settings, JVM or machine do not let it be made
     */
    public FeishuClient(FeishuClientSettings settings) {
        this(settings, FeishuObserver.NONE);
    }

    /**
     * The same client, which tells what it does.
     *
     * @throws UnusableSetupException when settings, JVM or machine do not let it be made
     */
    public FeishuClient(FeishuClientSettings settings, FeishuObserver observer) {
        this(
                settings,
                FeishuHttp.create(settings.proxies()),
                InstantSource.system(),
                System::nanoTime,
                Thread::sleep,
                new Bulkhead(),
                observer);
    }

    /** A client that any number of threads may wait in. */
    FeishuClient(FeishuClientSettings settings, FeishuHttp http, InstantSource clock, LongSupplier nanoTime) {
        this(settings, http, clock, nanoTime, Thread::sleep, Bulkhead.unlimited());
    }

    FeishuClient(
            FeishuClientSettings settings,
            FeishuHttp http,
            InstantSource clock,
            LongSupplier nanoTime,
            RateLimiter.Sleeper sleeper,
            Bulkhead bulkhead) {
        this(settings, http, clock, nanoTime, sleeper, bulkhead, FeishuObserver.NONE);
    }

    FeishuClient(
            FeishuClientSettings settings,
            FeishuHttp http,
            InstantSource clock,
            LongSupplier nanoTime,
            RateLimiter.Sleeper sleeper,
            Bulkhead bulkhead,
            FeishuObserver observer) {
        this.settings = settings;
        var api = new ApiClient(http, bulkhead, nanoTime, sleeper, observer);
        var websites = new Websites(nanoTime);
        this.advertisements = new Advertisements(api, websites, settings.publishesPerSecond(), clock);
        this.choices = new Choices(api, websites, clock, nanoTime);
        this.newJobs = new NewJobs(api, new RecentJobs(clock, nanoTime), clock);
        this.existingJobs = new ExistingJobs(api, clock, nanoTime);
        this.appInspection = new AppInspection(api);
    }

    /** Publishes job advertisements, and looks whether they are online. */
    public Advertisements advertisements() {
        return advertisements;
    }

    /** Lists what people choose from. */
    public Choices choices() {
        return choices;
    }

    /** Creates jobs. */
    public NewJobs newJobs() {
        return newJobs;
    }

    /** Looks jobs up, opens and closes them. */
    public ExistingJobs existingJobs() {
        return existingJobs;
    }

    /** Looks what an app may do. */
    public AppInspection appInspection() {
        return appInspection;
    }

    /** What this client was made with. */
    public FeishuClientSettings settings() {
        return settings;
    }
}
