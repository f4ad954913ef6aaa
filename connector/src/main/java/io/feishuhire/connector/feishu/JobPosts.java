package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.feishuhire.connector.feishu.ApiCall.RateLimit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Advertisements where candidates see them: on a recruitment website ("获取招聘官网下职位广告详情"), or on the referral platform
 * ("获取内推官网下职位广告详情").
 */
final class JobPosts {

    private static final int NOT_PUBLISHED_HERE = 1002509;
    private static final int NO_SUCH_WEBSITE = 1002502;

    private static final int PAGE_SIZE = 10;
    private static final int MAX_PAGES = 20;

    private JobPosts() {}

    /** What a look at a channel finds. */
    sealed interface Sight {}

    /**
     * The advertisement is there.
     *
     * @param post it, as the channel has it
     */
    record Seen(JobPost post) implements Sight {}

    /** It is not there, under its id or by its job. */
    record NotThere() implements Sight {}

    /** There is no such website. */
    record NoSuchWebsite() implements Sight {}

    /** It is not there under its id, and there are too many others to look for its job. */
    record TooMany() implements Sight {}

    /** Where to look. Only a website can be gone: from the referral platform that code means something unknown. */
    private record Place(String path, RateLimit getLimit, RateLimit listLimit, Set<Integer> gone) {

        ApiCall get(AdvertisementId advertisementId) {
            var results = new HashSet<>(gone);
            results.add(NOT_PUBLISHED_HERE);
            return ApiCall.get(getLimit, path + "/" + advertisementId.value())
                    .withResults(results.toArray(Integer[]::new));
        }

        PagedList list() {
            return PagedList.get(listLimit, path, PAGE_SIZE).withResults(gone.toArray(Integer[]::new));
        }
    }

    /**
     * Looks at a recruitment website.
     *
     * @param jobId the advertisement's job: whether an advertisement keeps its id on a website is documented nowhere,
     *     so the job is looked for where the id is not found
     */
    static Sight onWebsite(
            ApiSession session, String websiteId, AdvertisementId advertisementId, Optional<JobId> jobId) {
        var website = new Place(
                "/open-apis/hire/v1/websites/" + websiteId + "/job_posts",
                RateLimit.ofMinute("website job post"),
                RateLimit.ofMinute("website job posts"),
                Set.of(NO_SUCH_WEBSITE));
        return look(session, website, advertisementId, jobId);
    }

    /** Looks at the referral platform. */
    static Sight onReferralPlatform(ApiSession session, AdvertisementId advertisementId, Optional<JobId> jobId) {
        var referralPlatform = new Place(
                "/open-apis/hire/v1/referral_websites/job_posts",
                RateLimit.ofMinute("referral job post"),
                RateLimit.ofMinute("referral job posts"),
                Set.of());
        return look(session, referralPlatform, advertisementId, jobId);
    }

    private static Sight look(ApiSession session, Place place, AdvertisementId advertisementId, Optional<JobId> jobId) {
        var reply = session.execute(place.get(advertisementId));
        if (reply.isOk()) {
            return seen(reply, advertisementId);
        }
        if (reply.code().orElseThrow() == NO_SUCH_WEBSITE) {
            return new NoSuchWebsite();
        }
        return jobId.map(job -> lookForJob(session, place.list(), job)).orElseGet(NotThere::new);
    }

    private static Seen seen(FeishuReply reply, AdvertisementId advertisementId) {
        try {
            var post = JobPost.of(reply.data().path("job_post"));
            if (post.id().equals(advertisementId.value())) {
                return new Seen(post);
            }
        } catch (IllegalArgumentException noPost) {
            // The failure below says it.
        }
        throw new FeishuException(reply.withoutResult("Feishu's answer lacks the advertisement that was asked for."));
    }

    private static Sight lookForJob(ApiSession session, PagedList list, JobId job) {
        var found = new AtomicReference<JobPost>();
        var outcome = list.read(session, MAX_PAGES, entry -> {
            if (!JsonText.of(entry, "job_id").equals(job.value())) {
                return false;
            }
            found.set(post(entry));
            return true;
        });
        return switch (outcome) {
            case PagedList.Stopped stopped -> new Seen(found.get());
            case PagedList.Complete complete -> new NotThere();
            case PagedList.TooLong tooLong -> new TooMany();
            case PagedList.None none -> new NoSuchWebsite();
        };
    }

    private static JobPost post(JsonNode entry) {
        try {
            return JobPost.of(entry);
        } catch (IllegalArgumentException noPost) {
            throw new FeishuException(
                    FeishuFailure.unavailable("Feishu lists an advertisement of this job that cannot be read."));
        }
    }
}
