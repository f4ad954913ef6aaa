package io.feishuhire.sandbox;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The call that publishes, and what it depends on: the switch and the state of job and advertisement. */
final class Advertisements {

    enum State {
        OPEN,
        CLOSED,
        NOT_COMPLIANT
    }

    /** The referral platform, headhunters and third parties; a website's channel has a long number. */
    private static final int DIGITS_OF_A_PLATFORM = 2;

    private final InstantSource clock;
    private final Jobs jobs;
    private final Websites websites;
    private final Postings postings;
    private final Guesses guesses;
    private final Journal<PublishedAdvertisement> published;
    private final Set<String> notCompliant = new TreeSet<>();
    private boolean apiSync = true;

    Advertisements(
            InstantSource clock, int journalSize, Jobs jobs, Websites websites, Postings postings, Guesses guesses) {
        this.clock = clock;
        this.jobs = jobs;
        this.websites = websites;
        this.postings = postings;
        this.guesses = guesses;
        this.published = new Journal<>(journalSize);
    }

    void apiSync(boolean enabled) {
        apiSync = enabled;
    }

    boolean apiSync() {
        return apiSync;
    }

    void requireApiSync() {
        if (!apiSync) {
            throw Refused.with(400, 1_002_613, "sync job by api is not enabled");
        }
    }

    /** Closing is a matter of the job: it takes all advertisements of the job offline. */
    void set(String advertisementId, State state) {
        var job = jobs.ofAdvertisement(advertisementId);
        switch (state) {
            case OPEN -> {
                notCompliant.remove(advertisementId);
                open(job);
            }
            case CLOSED -> {
                notCompliant.remove(advertisementId);
                close(job);
            }
            case NOT_COMPLIANT -> notCompliant.add(advertisementId);
        }
    }

    /** The advertisements that cannot be published, with the reason. */
    Map<String, State> states() {
        var states = new TreeMap<String, State>();
        jobs.all().stream()
                .filter(job -> !job.open())
                .map(job -> jobs.advertisementsOf(job.id()))
                .flatMap(Collection::stream)
                .forEach(id -> states.put(id, State.CLOSED));
        notCompliant.forEach(id -> states.put(id, State.NOT_COMPLIANT));
        return states;
    }

    boolean compliant(String advertisementId) {
        return !notCompliant.contains(advertisementId);
    }

    /** Answers the call. */
    Map<String, Object> publish(Call call) {
        var advertisementId = call.id("advertisement_id");
        var channel = call.object().path("job_channel_id");
        var omitted = channel.isMissingNode() || channel.isNull();
        var digits = channel.isTextual() && Call.isDigits(channel.textValue());
        if (!omitted && !(digits && known(channel.textValue()))) {
            throw call.invalidParameter();
        }
        publish(call, advertisementId, omitted ? null : channel.textValue());
        return Map.of();
    }

    private void publish(Call call, String advertisementId, String jobChannelId) {
        requireApiSync();
        if (notCompliant.contains(advertisementId)) {
            throw Refused.with(400, 1_002_624, "job advertisement is not compliant");
        }
        if (!jobs.ofAdvertisement(advertisementId).open()) {
            throw Refused.with(400, 1_002_609, "job is closed");
        }
        if (guesses.publishingTwiceRefused() && online(jobChannelId, advertisementId)) {
            throw call.invalidParameter();
        }
        var now = clock.instant();
        postings.publish(jobChannelId, advertisementId, now);
        published.add(new PublishedAdvertisement(advertisementId, jobChannelId, call.appId(), now));
    }

    List<PublishedAdvertisement> published() {
        return published.entries();
    }

    int publishedCount() {
        return published.count();
    }

    void clear() {
        apiSync = true;
        notCompliant.clear();
        published.clear();
    }

    void open(Job job) {
        if (job.open()) {
            return;
        }
        jobs.setOpen(job.id(), true);
        if (guesses.broughtBackByReopening()) {
            postings.bringBack(jobs.advertisementsOf(job.id()), clock.instant());
        }
    }

    void close(Job job) {
        if (job.open()) {
            jobs.setOpen(job.id(), false);
            postings.takeOffline(jobs.advertisementsOf(job.id()));
        }
    }

    private boolean known(String channel) {
        return channel.length() <= DIGITS_OF_A_PLATFORM
                || websites.haveChannel(channel)
                || guesses.unknownChannelsAccepted();
    }

    private boolean online(String channel, String advertisementId) {
        return postings.find(channel, advertisementId).filter(Posting::online).isPresent();
    }
}
