package io.feishuhire.runtime;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.lifecycle.CamundaClientLifecycleAware;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in the log, in one line each, that the cluster answers, and that it does not or no longer does. Camunda's own
 * workers tell the latter by a stack trace for each of them, every few seconds; {@link FetchFailures} keeps those off.
 */
final class ClusterWatch implements CamundaClientLifecycleAware {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ClusterWatch::daemon);

    private Optional<Boolean> answered = Optional.empty();

    @Override
    public void onStart(CamundaClient client) {
        var unused =
                timer.scheduleWithFixedDelay(() -> look(client), 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onStop(CamundaClient client) {
        timer.shutdownNow();
    }

    private void look(CamundaClient client) {
        var address = client.getConfiguration().getGrpcAddress();
        try {
            var cluster = client.newTopologyRequest()
                    .requestTimeout(TIME_TO_ANSWER)
                    .send()
                    .join();
            if (isNews(true)) {
                LOG.info(
                        "Connected to the Camunda {} cluster at {}", PeerText.of(cluster.getGatewayVersion()), address);
            }
        } catch (ClientException noAnswer) {
            if (!timer.isShutdown() && isNews(false)) {
                LOG.warn(
                        "The Camunda cluster at {} does not answer as it should: {}. No jobs are worked until it does;"
                                + " the runtime keeps trying. Check CAMUNDA_CLIENT_GRPC_ADDRESS and"
                                + " CAMUNDA_CLIENT_AUTH_…",
                        address,
                        PeerText.of(noAnswer));
            }
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "cluster-watch");
        thread.setDaemon(true);
        return thread;
    }

    private boolean isNews(boolean answers) {
        var before = answered;
        answered = Optional.of(answers);
        return !answered.equals(before);
    }
}
