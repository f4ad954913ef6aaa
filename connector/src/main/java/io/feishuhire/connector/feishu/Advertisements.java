package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.AdvertisementStatus.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Job advertisements (职位广告) of Feishu Hire. */
public final class Advertisements {

    private static final String PATH = "/open-apis/hire/v1/advertisements/";
    private static final String NO_CHANNEL = "{}";

    /** Together they stay below three of the five minutes after which an engine hands a job out again. */
    private static final Duration PUBLISH_BUDGET = Duration.ofSeconds(150);

    private static final Duration LOOK_BUDGET = Duration.ofSeconds(20);
    private static final Duration CHECK_BUDGET = Duration.ofSeconds(150);

    private final ApiClient api;
    private final Websites websites;
    private final StatusCheck statusCheck;
    private final ApiCall.RateLimit publishLimit;
    private final InstantSource clock;

    Advertisements(ApiClient api, Websites websites, int publishesPerSecond, InstantSource clock) {
        this.api = api;
        this.websites = websites;
        this.statusCheck = new StatusCheck(websites, clock);
        this.publishLimit = ApiCall.RateLimit.ofSecond("publish", publishesPerSecond);
        this.clock = clock;
    }

    /** A channel that is known by its id. */
    private record Target(Optional<JobChannelId> channel, Optional<LocalizedName> name, Optional<String> websiteId) {

        boolean mayBeWebsite() {
            return channel.filter(id -> !id.equals(JobChannelId.REFERRAL_PLATFORM))
                    .filter(id -> !PublishRecords.areAllThereIsOf(id))
                    .isPresent();
        }
    }

    /**
     * Publishes one advertisement (Feishu's page "发布职位广告"). Only a token that Feishu refuses makes it send the request
     * once more, so a {@link FailureKind#TRANSIENT} failure may have published all the same.
     *
     * <p>At worst it takes four times {@link PublishRequest#timeout()} and one second. Where websites have to be read,
     * for the name of one or for a link, or where it looks before it fails, it may take up to 170 seconds. Interrupting
     * the thread ends it at once.
     *
     * @return Feishu's word that it is published
     * @throws FeishuException when it is not, or may not be; see {@link FeishuException#failure()}
     */
    public PublishReceipt publish(PublishRequest request) {
        try (var session =
                api.open(request.app(), request.timeout(), PUBLISH_BUDGET).goingFirst()) {
            var target = target(session, request.channel());
            try {
                var reply = session.execute(call(request.advertisementId(), target));
                return receipt(session, request, target, reply);
            } catch (FeishuException failed) {
                return online(session, request, target, failed)
                        .map(status -> alreadyOnline(target, status))
                        .orElseThrow(() -> failed);
            }
        }
    }

    /**
     * Looks whether one advertisement is online. Nothing changes at Feishu.
     *
     * <p>It takes 150 seconds at most. Interrupting the thread ends it at once.
     *
     * @throws FeishuException when Feishu does not answer, or {@link CheckRequest#channel()} is a name that no website
     *     has, or several have; a missing permission is an answer
     */
    public AdvertisementStatus check(CheckRequest request) {
        try (var session = api.open(request.app(), request.timeout(), CHECK_BUDGET)) {
            return statusCheck.check(session, request);
        }
    }

    private Target target(ApiSession session, Channel channel) {
        return switch (channel) {
            case Channel.LeftToFeishu left -> new Target(Optional.empty(), Optional.empty(), Optional.empty());
            case Channel.WebsiteNamed named -> target(websites.named(session, named.field(), named.name()));
            case Channel.Numbered numbered -> target(session.app(), numbered.id());
        };
    }

    private Target target(FeishuApp app, JobChannelId channel) {
        if (channel.equals(JobChannelId.REFERRAL_PLATFORM)) {
            return new Target(Optional.of(channel), Optional.of(Channel.REFERRAL_PLATFORM_NAME), Optional.empty());
        }
        return websites.keptOf(app, channel)
                .map(Advertisements::target)
                .orElseGet(() -> new Target(Optional.of(channel), Optional.empty(), Optional.empty()));
    }

    private static Target target(Website website) {
        return new Target(
                Optional.of(website.channel()),
                Optional.of(website.name()).filter(name -> !name.isEmpty()),
                Optional.of(website.id()));
    }

    private ApiCall call(AdvertisementId advertisementId, Target target) {
        var json = target.channel()
                .map(channel -> "{\"job_channel_id\":\"" + channel.value() + "\"}")
                .orElse(NO_CHANNEL);
        return ApiCall.post(publishLimit, PATH + advertisementId.value() + "/publish", json);
    }

    private PublishReceipt receipt(ApiSession session, PublishRequest request, Target target, FeishuReply reply) {
        var publishedAt = clock.instant();
        var known =
                request.link().filter(LinkPattern::needsWebsite).isPresent() ? withWebsite(session, target) : target;
        return new PublishReceipt(
                publishedAt,
                reply.logId(),
                known.channel(),
                known.name(),
                false,
                request.link().flatMap(pattern -> link(pattern, request.advertisementId(), known)));
    }

    private static Optional<String> link(LinkPattern pattern, AdvertisementId advertisementId, Target target) {
        var lacksWebsite = pattern.needsWebsite() && target.websiteId().isEmpty();
        return target.mayBeWebsite() && !lacksWebsite
                ? Optional.of(
                        pattern.link(advertisementId.value(), target.websiteId().orElse("")))
                : Optional.empty();
    }

    /** The website of a channel, for the link. The advertisement is published, so this may no longer fail. */
    private Target withWebsite(ApiSession session, Target target) {
        if (target.websiteId().isPresent() || !target.mayBeWebsite()) {
            return target;
        }
        try {
            session.endAfter(LOOK_BUDGET);
            return websites.of(session, target.channel().orElseThrow())
                    .map(Advertisements::target)
                    .orElse(target);
        } catch (FeishuException notToBeHad) {
            return target;
        }
    }

    /** Looks after an attempt that may have published, if that is wanted. What cannot be seen does not count. */
    private Optional<AdvertisementStatus> online(
            ApiSession session, PublishRequest request, Target target, FeishuException failed) {
        if (!request.lookBeforeRepeating() || failed.failure().kind() != FailureKind.TRANSIENT) {
            return Optional.empty();
        }
        try {
            session.endAfter(LOOK_BUDGET);
            var channel = target.channel().<Channel>map(Channel.Numbered::new).orElseGet(Channel.LeftToFeishu::new);
            var status = statusCheck.check(
                    session,
                    new CheckRequest(
                            request.app(),
                            request.advertisementId(),
                            channel,
                            request.jobId(),
                            request.link(),
                            request.timeout()));
            return Optional.of(status).filter(it -> it.state() == State.LIVE);
        } catch (FeishuException notToBeHad) {
            return Optional.empty();
        }
    }

    private PublishReceipt alreadyOnline(Target target, AdvertisementStatus status) {
        return new PublishReceipt(
                clock.instant(), Optional.empty(), target.channel(), status.channelName(), true, status.link());
    }
}
