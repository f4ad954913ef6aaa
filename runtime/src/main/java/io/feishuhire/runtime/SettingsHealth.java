package io.feishuhire.runtime;

import io.feishuhire.connector.feishu.FeishuClientSettings;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Tells that the connectors' environment variables can be used. If not, every job ends in an incident, so that the
 * runtime should not count as ready. They cannot change while it runs.
 */
final class SettingsHealth implements HealthIndicator {

    private final Health health;

    SettingsHealth(Map<String, String> environment) {
        this.health = read(environment);
    }

    private static Health read(Map<String, String> environment) {
        try {
            FeishuClientSettings.from(environment);
            return Health.up().build();
        } catch (IllegalArgumentException unusable) {
            return Health.down().withDetail("reason", unusable.getMessage()).build();
        }
    }

    @Override
    public Health health() {
        return health;
    }
}
