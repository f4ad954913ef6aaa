package io.feishuhire.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class SettingsHealthTest {

    @Test
    void settingsThatCanBeUsedAreUp() {
        assertThat(new SettingsHealth(Map.of("FEISHU_HIRE_PUBLISHES_PER_SECOND", "3"))
                        .health()
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void aSettingThatCannotBeUsedIsDownAndNamed() {
        var health = new SettingsHealth(Map.of("FEISHU_HIRE_PUBLISHES_PER_SECOND", "abc")).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("reason").toString()).startsWith("FEISHU_HIRE_PUBLISHES_PER_SECOND ");
    }
}
