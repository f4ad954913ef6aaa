package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.connector.api.error.ConnectorInputException;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.testing.JobContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a job when the connector itself fails. */
class FeishuAccessTest {

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, NoClassDefFoundError.class, ExceptionInInitializerError.class})
    void anErrorBecomesAnIncidentAndNoHangingJob(Class<? extends Error> type) throws ReflectiveOperationException {
        var error = type.getDeclaredConstructor(String.class).newInstance("hunter2");

        assertThatThrownBy(() -> executeAndFailWith(error))
                .isInstanceOf(ConnectorInputException.class)
                .hasNoCause()
                .hasMessageContaining(type.getSimpleName())
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void onlyLackOfMemoryIsLeftToTheRuntime() {
        var exhausted = new OutOfMemoryError("Java heap space");

        assertThatThrownBy(() -> executeAndFailWith(exhausted)).isSameAs(exhausted);
    }

    private static void executeAndFailWith(Error error) {
        var unused = FeishuAccess.configuredBy(Map.of())
                .execute(JobContext.of("input"), FeishuOperation.ANY, Object.class, (input, feishu) -> {
                    throw error;
                });
    }
}
