package io.feishuhire.connector.feishu;

import static io.feishuhire.sandbox.FeishuSandbox.DEFAULT_APP_ID;
import static io.feishuhire.sandbox.FeishuSandbox.DEFAULT_APP_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppInspectionTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final FeishuSandbox sandbox = FeishuSandbox.start();
    private final FeishuApp app = new FeishuApp(new BaseUrl(sandbox.baseUrl()), DEFAULT_APP_ID, DEFAULT_APP_SECRET);
    private final AppInspection inspection = new FeishuClient(FeishuClientSettings.DEFAULT).appInspection();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void signingInGetsATokenAndNothingElse() {
        inspection.signIn(app, TIMEOUT);

        assertThat(sandbox.requests()).extracting(request -> request.endpoint()).containsExactly(Endpoint.TOKEN);
    }

    @Test
    void whatIsNotGrantedIsNotAmongThePermissions() {
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:job");

        assertThat(inspection.granted(app, TIMEOUT))
                .contains("hire:advertisement", "hire:job:readonly")
                .doesNotContain("hire:job");
    }

    @Test
    void anAnswerWithoutTheListIsNoEmptyList() {
        sandbox.next(Endpoint.SCOPES, Reply.error(200, 0, "ok", Map.of("data", Map.of())));

        assertThatThrownBy(() -> inspection.granted(app, TIMEOUT))
                .isInstanceOf(FeishuException.class)
                .hasMessageContaining("lacks the list of permissions");
    }

    @ParameterizedTest
    @EnumSource
    void aReadShowsWhetherAPermissionIsThere(AppPermission permission) {
        if (!inspection.canTry(permission)) {
            assertThatThrownBy(() -> inspection.isGranted(app, permission, TIMEOUT))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        assertThat(inspection.isGranted(app, permission, TIMEOUT)).isTrue();
        sandbox.revokeScope(DEFAULT_APP_ID, permission.scope());
        assertThat(inspection.isGranted(app, permission, TIMEOUT)).isFalse();
    }
}
