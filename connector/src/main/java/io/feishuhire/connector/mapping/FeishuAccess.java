package io.feishuhire.connector.mapping;

import io.camunda.connector.api.error.ConnectorException;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.feishuhire.connector.feishu.ConnectorVersion;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.feishu.UnusableSetupException;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a connector works a job: reads the input, calls Feishu, and tells failures in Camunda's terms. */
public final class FeishuAccess {

    private static final Logger LOG = LoggerFactory.getLogger(FeishuAccess.class);

    private final Supplier<FeishuClient> client;
    private final ConnectorMeters meters;
    private final JobLog log = new JobLog(System::nanoTime);

    private FeishuAccess(Supplier<FeishuClient> client, ConnectorMeters meters) {
        this.client = client;
        this.meters = meters;
    }

    /**
     * What a connector asks of Feishu.
     *
     * @param <I> the connector's input
     * @param <R> the connector's result
     */
    @FunctionalInterface
    public interface Call<I, R> {
        /**
         * Calls Feishu.
         *
         * @throws FeishuException when Feishu, or a value of the input, does not allow it
         * @throws ConnectorInputException when the connector is configured wrongly
         */
        R run(I input, FeishuClient feishu);
    }

    /**
     * Camunda creates each function by SPI, without arguments, so only a static field can give them all the same
     * client. They have to share it: tokens, limits and connections belong to the process.
     */
    private static final class OfThisProcess {
        static final FeishuAccess ACCESS = configuredBy(System.getenv(), metersOfThisProcess());
    }

    /** The access that all functions of this process share, configured by its environment variables. */
    public static FeishuAccess ofThisProcess() {
        return OfThisProcess.ACCESS;
    }

    /** Meters where the runtime has Micrometer, as Camunda's runtimes have. */
    private static ConnectorMeters metersOfThisProcess() {
        try {
            return MicrometerMeters.inGlobalRegistry();
        } catch (LinkageError missing) {
            LOG.info(
                    "Feishu Hire connector {}: there are no meters, as Micrometer is not on the class path",
                    ConnectorVersion.current());
            return ConnectorMeters.NONE;
        }
    }

    /**
     * Access with a client of its own, without meters. The log tells which settings are in force. An environment
     * variable that cannot be used does not fail the start of the runtime, which hosts other connectors: the log tells
     * the operator at once, and each job then ends in an incident that names the variable.
     *
     * @param environment usually {@link System#getenv()}; see {@link FeishuClientSettings}
     */
    public static FeishuAccess configuredBy(Map<String, String> environment) {
        return configuredBy(environment, ConnectorMeters.NONE);
    }

    /** The same with meters. */
    static FeishuAccess configuredBy(Map<String, String> environment, ConnectorMeters meters) {
        try {
            var settings = settings(environment);
            var client = new FeishuClient(settings, meters);
            LOG.info("Feishu Hire connector {}: {}", ConnectorVersion.current(), settings.inWords());
            return new FeishuAccess(() -> client, meters);
        } catch (UnusableSetupException unusable) {
            return unusable(unusable.getMessage(), meters);
        } catch (RuntimeException | LinkageError unforeseen) {
            // By its type alone: its text is not ours, and may hold what it choked on.
            return unusable(
                    "The connector could not start (" + unforeseen.getClass().getSimpleName()
                            + "): check the options of the runtime's JVM and the jars beside the connector's, and restart it.",
                    meters);
        }
    }

    private static FeishuClientSettings settings(Map<String, String> environment) {
        try {
            return FeishuClientSettings.from(environment);
        } catch (IllegalArgumentException unusable) {
            throw new UnusableSetupException("The environment variable " + unusable.getMessage());
        }
    }

    private static FeishuAccess unusable(String whatToMend, ConnectorMeters meters) {
        var message = "The connector runtime is configured wrongly. " + whatToMend;
        LOG.error(
                "Feishu Hire connector {}: every job will end in an incident. {}", ConnectorVersion.current(), message);
        return new FeishuAccess(
                () -> {
                    throw new ConnectorInputException(message);
                },
                meters);
    }

    /** Access through a given client, without meters. */
    public static FeishuAccess through(FeishuClient client) {
        return new FeishuAccess(() -> client, ConnectorMeters.NONE);
    }

    /**
     * Works one job.
     *
     * @param operation what the connector does, for the advice when it fails
     * @param inputType what the job's variables are bound to
     * @param call asks Feishu
     * @return what becomes the result variable
     * @throws ConnectorException with a BPMN error code and the variables of {@link BpmnErrors} when Feishu does not do
     *     what was asked
     * @throws ConnectorInputException when the connector is configured wrongly, or fails itself; the runtime then makes
     *     an incident
     */
    public <I, R> R execute(
            OutboundConnectorContext context, FeishuOperation operation, Class<I> inputType, Call<I, R> call) {
        var execution = new Execution(operation, log.begin(context.getJobContext()), meters);
        try {
            var input = context.bindVariables(inputType);
            var result = call.run(input, client.get());
            execution.succeeded(result);
            return result;
        } catch (FeishuException failed) {
            execution.failed(failed.failure());
            throw BpmnErrors.exception(failed.failure(), operation);
        } catch (RuntimeException misconfigured) {
            execution.gaveUp(misconfigured);
            throw misconfigured;
        } catch (OutOfMemoryError exhausted) {
            throw exhausted;
        } catch (Error defect) {
            execution.gaveUp(defect);
            throw incident(defect);
        } finally {
            clearInterruption();
        }
    }

    /** The runtime does not answer for a job that ends in an {@link Error}: it would hang without an incident. */
    private static ConnectorInputException incident(Error defect) {
        return new ConnectorInputException("The connector failed with an internal error ("
                + defect.getClass().getSimpleName()
                + ") and gave this job up. Feishu may have done what was asked: check in Feishu Hire before you"
                + " retry, and report the error to the people who maintain the connector.");
    }

    /**
     * A runtime that stops interrupts its threads. Next it evaluates the job's FEEL expressions with the outcome, and
     * the FEEL engine works on no interrupted thread: left set, the flag would make an incident of a job that the next
     * runtime can publish.
     */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void clearInterruption() {
        Thread.interrupted();
    }
}
