package io.feishuhire.connector.mapping;

import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.error.ConnectorInputException;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.JobChannelId;
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
     * A publisher with a Feishu client of its own. When an environment variable cannot be used it still is a publisher,
     * one that says so: a runtime has other connectors to run, which must start.
     *
     * @param environment usually {@link System#getenv()}; see {@link FeishuClientSettings}
     */
    static AdvertisementPublisher configuredBy(Map<String, String> environment) {
        try {
            return using(new FeishuClient(FeishuClientSettings.from(environment)));
        } catch (IllegalArgumentException unusable) {
            return input -> {
                throw new ConnectorInputException(
                        "The connector runtime is configured wrongly. The environment variable "
                                + unusable.getMessage());
            };
        }
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
