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
        try {
            return switch (request.channel()) {
                case Channel.LeftToFeishu left -> unknown(Reason.CHANNEL_LEFT_TO_FEISHU, Optional.empty());
                case Channel.WebsiteNamed named ->
                    onWebsite(session, request, websites.named(session, named.field(), named.name()));
                case Channel.Numbered numbered -> onChannel(session, request, numbered.id());
            };
        } catch (FeishuException failed) {
            if (failed.failure().error() != FeishuError.PERMISSION_DENIED) {
                throw failed;
            }
            return permissionMissing(request.channel(), failed.failure().scopes());
        }
    }

    private AdvertisementStatus onChannel(ApiSession session, CheckRequest request, JobChannelId channel) {
        if (channel.equals(JobChannelId.REFERRAL_PLATFORM)) {
            var sight = JobPosts.onReferralPlatform(session, request.advertisementId(), request.jobId());
            return status(sight, channel, Channel.REFERRAL_PLATFORM_NAME, Optional.empty(), Optional.empty());
        }
        if (PublishRecords.areAllThereIsOf(channel)) {
            var before = PublishRecords.have(session, channel, request.advertisementId());
            return unknown(
                    before.isPresent() ? Reason.ONLY_PUBLISH_RECORDS : Reason.TOO_MANY, Optional.of(channel), before);
        }
        return websites.of(session, channel)
                .map(website -> onWebsite(session, request, website))
                .orElseGet(() -> unknown(Reason.NO_SUCH_WEBSITE, Optional.of(channel)));
    }

    private AdvertisementStatus onWebsite(ApiSession session, CheckRequest request, Website website) {
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
    }

    private static Sight look(ApiSession session, CheckRequest request, Website website) {
        return JobPosts.onWebsite(session, website.id(), request.advertisementId(), request.jobId());
    }

    private AdvertisementStatus status(Sight sight, Website website, CheckRequest request) {
        return status(sight, website.channel(), website.name(), Optional.of(website.id()), request.link());
    }

    private AdvertisementStatus status(
            Sight sight,
            JobChannelId channel,
            LocalizedName channelName,
            Optional<String> websiteId,
            Optional<LinkPattern> pattern) {
        var post = sight instanceof Seen seen ? Optional.of(seen.post()) : Optional.<JobPost>empty();
        var reason = reason(sight);
        var link = reason == Reason.SEEN
                ? pattern.flatMap(
                        it -> websiteId.map(id -> it.link(post.orElseThrow().id(), id)))
                : Optional.<String>empty();
        return new AdvertisementStatus(
                reason,
                Optional.of(channel),
                Optional.of(channelName).filter(name -> !name.isEmpty()),
                websiteId,
                post,
                Optional.empty(),
                List.of(),
                link);
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

    private static AdvertisementStatus unknown(Reason reason, Optional<JobChannelId> channel) {
        return unknown(reason, channel, Optional.empty());
    }

    private static AdvertisementStatus unknown(
            Reason reason, Optional<JobChannelId> channel, Optional<Boolean> publishedBefore) {
        return new AdvertisementStatus(
                reason,
                channel,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                publishedBefore,
                List.of(),
                Optional.empty());
    }

    private static AdvertisementStatus permissionMissing(Channel channel, List<String> scopes) {
        var id = channel instanceof Channel.Numbered numbered
                ? Optional.of(numbered.id())
                : Optional.<JobChannelId>empty();
        return new AdvertisementStatus(
                Reason.PERMISSION_MISSING,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                scopes,
                Optional.empty());
    }
}
