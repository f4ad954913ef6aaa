package io.feishuhire.connector.mapping;

import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuObserver;
import io.feishuhire.connector.feishu.FeishuOperation;
import java.time.Duration;
import java.util.Optional;

/** Counts what the connectors do, and what their client does. */
interface ConnectorMeters extends FeishuObserver {

    /** Counts nothing. */
    ConnectorMeters NONE = (connector, outcome, error, time) -> {};

    /** What became of one execution of a job. */
    enum Outcome {
        /** Feishu did it. */
        SUCCESS,
        /** It failed for good. */
        PERMANENT,
        /** It failed, and may succeed when it is repeated. */
        TRANSIENT,
        /** It waits in the engine, without a loss of retries. */
        THROTTLED,
        /** The task or the runtime is configured wrongly: an incident. */
        CONFIGURATION,
        /** The connector failed itself: an incident. */
        DEFECT
    }

    /**
     * A job was worked.
     *
     * @param connector which one worked it
     * @param error the error of the catalogue; empty when it was none
     * @param time how long it took
     */
    void executed(FeishuOperation connector, Outcome outcome, Optional<FeishuError> error, Duration time);
}
