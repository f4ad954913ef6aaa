package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.AdvertisementStatus.State;
import io.feishuhire.connector.feishu.FeishuObserver.LookOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Job advertisements (职位广告) of Feishu Hire. */
public final class Advertisements {

    private static final String PUBLISH = "publish";
    private static final String PATH = "/open-apis/hire/v1/advertisements/";
    private static final String NO_CHANNEL = "{}";

    /** These three together stay below three of the five minutes after which an engine hands a job out again. */
    private static final Duration NAMES_BUDGET = Duration.ofSeconds(25);

    private static final Duration PUBLISH_BUDGET = Duration.ofSeconds(125);
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
        this.publishLimit = ApiCall.RateLimit.ofSecond(PUBLISH, publishesPerSecond);
        this.clock = clock;
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
                api.open(request.app(), request.timeout(), NAMES_BUDGET).goingFirst()) {
            var channel = resolved(session, request.channel());
            var call = call(request.advertisementId(), channel);
            session.endAfter(PUBLISH_BUDGET);
            try {
                return receipt(session, request, channel, session.execute(call));
            } catch (FeishuException failed) {
                if (!session.mayHaveSent(call)) {
                    throw failed;
                }
                return online(session, request, channel, failed)
                        .map(status -> alreadyOnline(channel, status))
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

    private ResolvedChannel resolved(ApiSession session, Channel channel) {
        return switch (channel) {
            case Channel.LeftToFeishu left -> ResolvedChannel.LEFT_TO_FEISHU;
            case Channel.WebsiteNamed named -> ResolvedChannel.of(websites.named(session, named.field(), named.name()));
            case Channel.Numbered numbered ->
                websites.keptOf(session.app(), numbered.id())
                        .map(ResolvedChannel::of)
                        .orElseGet(() -> ResolvedChannel.of(numbered.id()));
        };
    }

    private ApiCall call(AdvertisementId advertisementId, ResolvedChannel channel) {
        var json = channel.id()
                .map(id -> "{\"job_channel_id\":\"" + id.value() + "\"}")
                .orElse(NO_CHANNEL);
        return ApiCall.post(publishLimit, PATH + advertisementId.value() + "/publish", json);
    }

    private PublishReceipt receipt(
            ApiSession session, PublishRequest request, ResolvedChannel channel, FeishuReply reply) {
        var publishedAt = clock.instant();
        var known =
                request.link().filter(LinkPattern::needsWebsite).isPresent() ? withWebsite(session, channel) : channel;
        return new PublishReceipt(
                publishedAt,
                reply.logId(),
                known.id(),
                known.name(),
                false,
                request.link().flatMap(pattern -> link(pattern, request.advertisementId(), known)));
    }

    private static Optional<String> link(
            LinkPattern pattern, AdvertisementId advertisementId, ResolvedChannel channel) {
        var lacksWebsite = pattern.needsWebsite() && channel.websiteId().isEmpty();
        return channel.mayBeWebsite() && !lacksWebsite
                ? Optional.of(pattern.link(
                        advertisementId.value(), channel.websiteId().orElse("")))
                : Optional.empty();
    }

    /** The website of a channel, for the link. The advertisement is published, so this may no longer fail. */
    private ResolvedChannel withWebsite(ApiSession session, ResolvedChannel channel) {
        if (channel.websiteId().isPresent() || !channel.mayBeWebsite()) {
            return channel;
        }
        try {
            session.endAfter(LOOK_BUDGET);
            return websites.of(session, channel.id().orElseThrow())
                    .map(ResolvedChannel::of)
                    .orElse(channel);
        } catch (FeishuException notToBeHad) {
            return channel;
        }
    }

    /** Looks after an attempt that may have published, if that is wanted. What cannot be seen does not count. */
    private Optional<AdvertisementStatus> online(
            ApiSession session, PublishRequest request, ResolvedChannel channel, FeishuException failed) {
        if (!request.lookBeforeRepeating() || failed.failure().kind() != FailureKind.TRANSIENT) {
            return Optional.empty();
        }
        var status = look(session, request, channel);
        api.observer().looked(PUBLISH, outcome(status));
        return status.filter(it -> it.state() == State.LIVE);
    }

    private Optional<AdvertisementStatus> look(ApiSession session, PublishRequest request, ResolvedChannel channel) {
        try {
            session.endAfter(LOOK_BUDGET);
            var looked = channel.id().<Channel>map(Channel.Numbered::new).orElseGet(Channel.LeftToFeishu::new);
            return Optional.of(statusCheck.check(
                    session,
                    new CheckRequest(
                            request.app(),
                            request.advertisementId(),
                            looked,
                            request.jobId(),
                            request.link(),
                            request.timeout())));
        } catch (FeishuException notToBeHad) {
            return Optional.empty();
        }
    }

    private static LookOutcome outcome(Optional<AdvertisementStatus> status) {
        return switch (status.map(AdvertisementStatus::state).orElse(State.UNKNOWN)) {
            case LIVE -> LookOutcome.FOUND;
            case NOT_SEEN -> LookOutcome.NOT_FOUND;
            case UNKNOWN -> LookOutcome.UNKNOWN;
        };
    }

    private PublishReceipt alreadyOnline(ResolvedChannel channel, AdvertisementStatus status) {
        return new PublishReceipt(
                clock.instant(), Optional.empty(), channel.id(), status.channelName(), true, status.link());
    }
}
