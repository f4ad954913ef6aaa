package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.feishuhire.sandbox.FeishuSandbox;
import java.time.Duration;

/** Ordinary requests to publish, for tests that are about something else. */
final class Requests {

    static final FeishuApp APP = new FeishuApp(BaseUrl.FEISHU, "cli_1", "secret");

    private static final AdvertisementId ADVERTISEMENT = new AdvertisementId("6960663240925956660");

    private Requests() {}

    /** The app that a sandbox knows. */
    static FeishuApp appOf(FeishuSandbox sandbox) {
        return new FeishuApp(
                new BaseUrl(sandbox.baseUrl()), FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET);
    }

    static PublishRequest publish(FeishuApp app) {
        return publish(app, Duration.ofSeconds(10));
    }

    static PublishRequest publish(FeishuApp app, Duration timeout) {
        return new PublishRequest(app, ADVERTISEMENT, Channel.REFERRAL_PLATFORM, timeout);
    }

    /** Makes a request that fails. */
    static FeishuFailure failure(FeishuClient feishu, PublishRequest request) {
        var thrown = catchThrowableOfType(
                FeishuException.class, () -> feishu.advertisements().publish(request));
        assertThat(thrown).as("the failure").isNotNull().hasNoCause();
        return thrown.failure();
    }
}
