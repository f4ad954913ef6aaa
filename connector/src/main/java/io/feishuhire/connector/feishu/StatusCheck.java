package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.AdvertisementStatus.Reason;
import io.feishuhire.connector.feishu.JobPosts.NoSuchWebsite;
import io.feishuhire.connector.feishu.JobPosts.NotThere;
import io.feishuhire.connector.feishu.JobPosts.Seen;
import io.feishuhire.connector.feishu.JobPosts.Sight;
import io.feishuhire.connector.feishu.JobPosts.TooMany;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks whether an advertisement is online. Feishu has no call for that, so it takes several: the channel's website,
 * and the advertisement on it.
 */
final class StatusCheck {

    private final Websites websites;
    private final InstantSource clock;

    StatusCheck(Websites websites, InstantSource clock) {
        this.websites = websites;
        this.clock = clock;
    }

    /**
     * Looks once.
     *
     * @throws FeishuException when Feishu does not answer, or no website has the name that was given; a missing
     *     permission is an answer
     */
    AdvertisementStatus check(ApiSession session, CheckRequest request) {
        return switch (request.channel()) {
            case Channel.LeftToFeishu left ->
                status(Reason.CHANNEL_LEFT_TO_FEISHU, ResolvedChannel.LEFT_TO_FEISHU, Optional.empty());
            case Channel.WebsiteNamed named ->
                unlessForbidden(
                        ResolvedChannel.LEFT_TO_FEISHU,
                        () -> onWebsite(session, request, websites.named(session, named.field(), named.name())));
            case Channel.Numbered numbered -> {
                var channel = ResolvedChannel.of(numbered.id());
                yield unlessForbidden(channel, () -> onChannel(session, request, channel, numbered.id()));
            }
        };
    }

    private AdvertisementStatus onChannel(
            ApiSession session, CheckRequest request, ResolvedChannel channel, JobChannelId id) {
        if (id.equals(JobChannelId.REFERRAL_PLATFORM)) {
            var sight = JobPosts.onReferralPlatform(session, request.advertisementId(), request.jobId());
            return status(sight, channel, request.link());
        }
        if (PublishRecords.areAllThereIsOf(id)) {
            var before = PublishRecords.have(session, id, request.advertisementId());
            return status(before.isPresent() ? Reason.ONLY_PUBLISH_RECORDS : Reason.TOO_MANY, channel, before);
        }
        return websites.of(session, id)
                .map(website -> onWebsite(session, request, website))
                .orElseGet(() -> status(Reason.NO_SUCH_WEBSITE, channel, Optional.empty()));
    }

    private AdvertisementStatus onWebsite(ApiSession session, CheckRequest request, Website website) {
        return unlessForbidden(ResolvedChannel.of(website), () -> {
            var sight = look(session, request, website);
            if (sight instanceof NoSuchWebsite) {
                // What is kept may be out of date.
                return websites.fresh(session).stream()
                        .filter(other -> other.channel().equals(website.channel()))
                        .findFirst()
                        .map(other -> status(look(session, request, other), other, request))
                        .orElseGet(() -> status(sight, website, request));
            }
            return status(sight, website, request);
        });
    }

    /** Tells what is known of the channel where the app may not look at it. */
    private AdvertisementStatus unlessForbidden(ResolvedChannel channel, Supplier<AdvertisementStatus> look) {
        try {
            return look.get();
        } catch (FeishuException failed) {
            if (failed.failure().error() != FeishuError.PERMISSION_DENIED) {
                throw failed;
            }
            return new AdvertisementStatus(
                    Reason.PERMISSION_MISSING,
                    channel.id(),
                    channel.name(),
                    channel.websiteId(),
                    Optional.empty(),
                    Optional.empty(),
                    failed.failure().scopes(),
                    Optional.empty(),
                    clock.instant());
        }
    }

    private static Sight look(ApiSession session, CheckRequest request, Website website) {
        return JobPosts.onWebsite(session, website.id(), request.advertisementId(), request.jobId());
    }

    private AdvertisementStatus status(Sight sight, Website website, CheckRequest request) {
        return status(sight, ResolvedChannel.of(website), request.link());
    }

    private AdvertisementStatus status(Sight sight, ResolvedChannel channel, Optional<LinkPattern> pattern) {
        var post = sight instanceof Seen seen ? Optional.of(seen.post()) : Optional.<JobPost>empty();
        var reason = reason(sight);
        var link = reason == Reason.SEEN
                ? pattern.flatMap(it ->
                        channel.websiteId().map(id -> it.link(post.orElseThrow().id(), id)))
                : Optional.<String>empty();
        return new AdvertisementStatus(
                reason,
                channel.id(),
                channel.name(),
                channel.websiteId(),
                post,
                Optional.empty(),
                List.of(),
                link,
                clock.instant());
    }

    private Reason reason(Sight sight) {
        return switch (sight) {
            case Seen seen -> reason(seen.post());
            case NotThere notThere -> Reason.NOT_ON_CHANNEL;
            case NoSuchWebsite gone -> Reason.NO_SUCH_WEBSITE;
            case TooMany tooMany -> Reason.TOO_MANY;
        };
    }

    private Reason reason(JobPost post) {
        if (!post.jobActive()) {
            return Reason.JOB_NOT_ACTIVE;
        }
        var expired = post.jobExpiresAt().filter(end -> !end.isAfter(clock.instant()));
        return expired.isPresent() ? Reason.EXPIRED : Reason.SEEN;
    }

    private AdvertisementStatus status(Reason reason, ResolvedChannel channel, Optional<Boolean> publishedBefore) {
        return new AdvertisementStatus(
                reason,
                channel.id(),
                channel.name(),
                channel.websiteId(),
                Optional.empty(),
                publishedBefore,
                List.of(),
                Optional.empty(),
                clock.instant());
    }
}
