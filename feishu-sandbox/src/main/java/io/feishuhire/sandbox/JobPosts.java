package io.feishuhire.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that say which advertisements are online on a website or on the referral platform, and which were. */
final class JobPosts {

    /** The channel of the referral platform, by the page of the publish call. */
    static final String REFERRAL = "3";

    /** What an id of a website's own begins with. */
    private static final String ANOTHER = "8";

    private final InstantSource clock;
    private final Websites websites;
    private final Jobs jobs;
    private final Postings postings;
    private final Guesses guesses;
    private final JobPostView view;

    JobPosts(InstantSource clock, Websites websites, Jobs jobs, Postings postings, Guesses guesses) {
        this.clock = clock;
        this.websites = websites;
        this.jobs = jobs;
        this.postings = postings;
        this.guesses = guesses;
        this.view = new JobPostView(jobs);
    }

    Map<String, Object> onWebsite(Call call) {
        call.checkIdTypes();
        var website = website(call);
        var id = call.id("job_post_id");
        return find(website, id)
                .map(posting -> view.jobPost(posting, id))
                .map(post -> Map.<String, Object>of("job_post", post))
                .orElseThrow(JobPosts::notPublished);
    }

    Pages.Listing<Posting> listOfWebsite(Call call) {
        call.checkIdTypes();
        var channel = website(call).jobChannelId();
        var updated = TimeRange.of(call, "update_start_time", "update_end_time");
        var created = TimeRange.of(call, "create_start_time", "create_end_time");
        var listed = seen(channel).stream()
                .filter(posting -> updated.contains(posting.modifiedAt()) && created.contains(posting.createdAt()))
                .toList();
        return new Pages.Listing<>(listed, posting -> view.jobPost(posting, shownId(posting)));
    }

    Map<String, Object> onReferralPlatform(Call call) {
        call.checkIdTypes();
        var id = call.id("job_post_id");
        return postings.find(REFERRAL, id)
                .filter(this::isSeen)
                .map(posting -> view.jobPost(posting, id))
                .map(post -> Map.<String, Object>of("job_post", post))
                .orElseThrow(JobPosts::notPublished);
    }

    Pages.Listing<Posting> listOfReferralPlatform(Call call) {
        call.checkIdTypes();
        var processType = call.text("process_type")
                .map(text -> call.oneOf("process_type", List.of("1", "2"), text))
                .map(Integer::valueOf);
        var listed = seen(REFERRAL).stream()
                .filter(posting -> processType.isEmpty()
                        || processType.get() == job(posting).processType())
                .toList();
        return new Pages.Listing<>(listed, posting -> view.jobPost(posting, posting.advertisementId()));
    }

    /** What was ever published there, online or not. A channel that does not exist has no records: a guess. */
    Pages.Listing<Posting> records(Call call) {
        call.checkIdTypes();
        var channel = call.object().path("job_channel_id");
        if (!channel.isTextual() || !Call.isDigits(channel.textValue())) {
            throw call.invalidParameter();
        }
        var listed = postings.of(channel.textValue()).stream()
                .filter(posting -> guesses.seen(posting.createdAt(), clock.instant()))
                .toList();
        return new Pages.Listing<>(listed, view::publishRecord);
    }

    /** What a website shows under an id, which need not be the advertisement's. */
    Optional<Posting> find(Website website, String shownId) {
        var another = guesses.anotherIdOnWebsites();
        if (another && !shownId.startsWith(ANOTHER)) {
            return Optional.empty();
        }
        var advertisementId = another ? shownId.substring(ANOTHER.length()) : shownId;
        return postings.find(website.jobChannelId(), advertisementId).filter(this::isSeen);
    }

    private Website website(Call call) {
        return websites.find(call.id("website_id"))
                .orElseThrow(() -> Refused.with(400, 1_002_502, "website does not exist"));
    }

    private static Refused notPublished() {
        return Refused.with(404, 1_002_509, "job advertisement does not exist or is not published");
    }

    /** What is online on a channel, in the order of the first publication there. */
    List<Posting> seen(String channel) {
        return postings.of(channel).stream().filter(this::isSeen).toList();
    }

    private boolean isSeen(Posting posting) {
        return posting.online() && guesses.seen(posting.onlineSince(), clock.instant());
    }

    private Job job(Posting posting) {
        return jobs.ofAdvertisement(posting.advertisementId());
    }

    /** The id under which a website shows it. */
    String shownId(Posting posting) {
        return guesses.anotherIdOnWebsites() ? ANOTHER + posting.advertisementId() : posting.advertisementId();
    }
}
