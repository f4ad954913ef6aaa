package io.feishuhire.connector;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a job when the connector itself fails. */
class PublishAdvertisementFunctionTest {

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, NoClassDefFoundError.class, ExceptionInInitializerError.class})
    void anErrorBecomesAnIncidentAndNoHangingJob(Class<? extends Error> type) throws ReflectiveOperationException {
        var error = type.getDeclaredConstructor(String.class).newInstance("hunter2");

        assertThatThrownBy(() -> functionThatFailsWith(error).execute(context()))
                .isInstanceOf(ConnectorInputException.class)
                .hasNoCause()
                .hasMessageContaining(type.getSimpleName())
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void onlyLackOfMemoryIsLeftToTheRuntime() {
        var exhausted = new OutOfMemoryError("Java heap space");

        assertThatThrownBy(() -> functionThatFailsWith(exhausted).execute(context()))
                .isSameAs(exhausted);
    }

    private static PublishAdvertisementFunction functionThatFailsWith(Error error) {
        return new PublishAdvertisementFunction(input -> {
            throw error;
        });
    }

    private static OutboundConnectorContext context() {
        return (OutboundConnectorContext) Proxy.newProxyInstance(
                OutboundConnectorContext.class.getClassLoader(),
                new Class<?>[] {OutboundConnectorContext.class},
                (proxy, method, arguments) -> null);
    }
}
