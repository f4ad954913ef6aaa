package io.feishuhire.connector.mapping;

import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.error.ConnectorInputException;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.JobChannelId;
import io.feishuhire.connector.feishu.UnusableSetupException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;

/** Publishes what a job asks for, and tells the process in its own terms what came of it. */
@FunctionalInterface
public interface AdvertisementPublisher {

    /** ISO-8601 in UTC, with milliseconds even where they are zero. */
    DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /**
     * Publishes one advertisement.
     *
     * @return what becomes the variable {@code publication}
     * @throws ConnectorException with a BPMN error code and the variables of {@link BpmnErrors} when it is not
     *     published
     * @throws ConnectorInputException when the connector is configured wrongly; the runtime then makes an incident
     */
    Publication publish(PublishAdvertisementInput input);

    /**
     * A publisher with a Feishu client of its own. When none can be made there still is a publisher, one that says why:
     * a runtime has other connectors to run, which must start.
     *
     * @param environment usually {@link System#getenv()}; see {@link FeishuClientSettings}
     */
    static AdvertisementPublisher configuredBy(Map<String, String> environment) {
        try {
            return using(new FeishuClient(settings(environment)));
        } catch (UnusableSetupException unusable) {
            return refusing(unusable.getMessage());
        } catch (RuntimeException | LinkageError unforeseen) {
            // By its type alone: its text is not ours, and may hold what it choked on.
            return refusing(
                    "The connector could not start (" + unforeseen.getClass().getSimpleName()
                            + "): check the options of the runtime's JVM and the jars beside the connector's, and restart it.");
        }
    }

    private static FeishuClientSettings settings(Map<String, String> environment) {
        try {
            return FeishuClientSettings.from(environment);
        } catch (IllegalArgumentException unusable) {
            throw new UnusableSetupException("The environment variable " + unusable.getMessage());
        }
    }

    private static AdvertisementPublisher refusing(String whatToMend) {
        return input -> {
            throw new ConnectorInputException("The connector runtime is configured wrongly. " + whatToMend);
        };
    }

    /** A publisher that calls Feishu through the given client. */
    static AdvertisementPublisher using(FeishuClient feishu) {
        return input -> {
            try {
                var request = input.toRequest(feishu.settings());
                var receipt = feishu.publish(request);
                return new Publication(
                        request.advertisementId().value(),
                        request.jobChannelId().map(JobChannelId::value).orElse(null),
                        receipt.logId().orElse(null),
                        MILLISECONDS.format(receipt.publishedAt()));
            } catch (FeishuException notPublished) {
                throw BpmnErrors.exception(notPublished.failure());
            }
        };
    }
}
