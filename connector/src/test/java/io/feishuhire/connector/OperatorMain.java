package io.feishuhire.connector;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.jackson.ConnectorsObjectMapperSupplier;
import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import io.feishuhire.connector.publish.PublishAdvertisementInput;
import io.feishuhire.connector.testing.JobContext;
import io.feishuhire.sandbox.FeishuSandbox;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * What a runtime does with the connector, in little and in a process of its own: it makes the function (twice, as for
 * two connectors), and gives it one job for the base URL of the first argument. It prints what is logged from INFO on,
 * and what comes of the job.
 */
final class OperatorMain {

    private OperatorMain() {}

    public static void main(String[] baseUrl) throws JsonProcessingException {
        printTheLog();
        var unused = new PublishAdvertisementFunction();
        var function = new PublishAdvertisementFunction();
        System.out.println("created");
        try {
            var unusedToo = function.execute(job(baseUrl[0]));
            System.out.println("published");
        } catch (RuntimeException failed) {
            System.out.println(failed.getClass().getSimpleName() + ": " + failed.getMessage());
        }
        System.exit(0);
    }

    private static OutboundConnectorContext job(String baseUrl) throws JsonProcessingException {
        var variables = Map.of(
                "advertisementId", "6960663240925956660",
                "channel", Map.of("type", "referral"),
                "authentication",
                        Map.of("appId", FeishuSandbox.DEFAULT_APP_ID, "appSecret", FeishuSandbox.DEFAULT_APP_SECRET),
                "connection", Map.of("region", "custom", "baseUrl", baseUrl, "timeoutInSeconds", "20"));
        var mapper = ConnectorsObjectMapperSupplier.getCopy();
        var input = mapper.readValue(mapper.writeValueAsString(variables), PublishAdvertisementInput.class);
        return JobContext.of(input);
    }

    private static void printTheLog() {
        var printer = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
                    System.out.println(event.getLevel() + " " + event.getFormattedMessage());
                }
            }
        };
        printer.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(printer);
    }
}
