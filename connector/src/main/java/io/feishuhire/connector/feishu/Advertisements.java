package io.feishuhire.connector.feishu;

import java.time.InstantSource;
import java.util.Optional;

/** Job advertisements (职位广告) of Feishu Hire. */
public final class Advertisements {

    private static final String PATH = "/open-apis/hire/v1/advertisements/";
    private static final String NO_CHANNEL = "{}";

    private final ApiClient api;
    private final ApiCall.RateLimit publishLimit;
    private final InstantSource clock;

    Advertisements(ApiClient api, int publishesPerSecond, InstantSource clock) {
        this.api = api;
        this.publishLimit = new ApiCall.RateLimit("publish", publishesPerSecond);
        this.clock = clock;
    }

    /**
     * Publishes one advertisement (Feishu's page "发布职位广告"). Only a token that Feishu refuses makes it send the request
     * once more, so a {@link FailureKind#TRANSIENT} failure may have published all the same.
     *
     * <p>At worst it takes four times {@link PublishRequest#timeout()} and one second. Interrupting the thread ends it
     * at once.
     *
     * @return Feishu's word that it is published
     * @throws FeishuException when it is not, or may not be; see {@link FeishuException#failure()}
     */
    public PublishReceipt publish(PublishRequest request) {
        var path = PATH + request.advertisementId().value() + "/publish";
        var body = request.jobChannelId()
                .map(channel -> "{\"job_channel_id\":\"" + channel.value() + "\"}")
                .orElse(NO_CHANNEL);
        var reply = api.execute(new ApiCall(request.app(), publishLimit, path, Optional.of(body), request.timeout()));
        return new PublishReceipt(clock.instant(), reply.logId());
    }
}
