package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.Optional;

/**
 * Hears what a client does, for those who count it. It hears figures and names of calls, and no id, secret or value.
 *
 * <p>A client calls it on the thread of the job, so its methods have to be quick, and they must not throw.
 */
public interface FeishuObserver {

    /** Hears nothing. */
    FeishuObserver NONE = new FeishuObserver() {};

    /** What Feishu made of a request, as far as its limit is concerned. */
    enum RequestOutcome {
        /** Feishu answered, with a success or with an error. */
        ACCEPTED,
        /** Feishu answered that the limit is exceeded. */
        REJECTED,
        /** No answer, or none of Feishu's. */
        UNKNOWN
    }

    /** What a look for the traces of an earlier attempt showed. */
    enum LookOutcome {
        /** What was to be done is done. */
        FOUND,
        /** There is no trace of it. */
        NOT_FOUND,
        /** Feishu did not tell. */
        UNKNOWN
    }

    /** A level that goes up and down. It may be read at any time, on any thread. */
    interface Level {

        /** How high it is now. */
        int current();

        /** How high it can get. */
        int most();
    }

    /**
     * A request was sent, and has its outcome.
     *
     * @param call the name of the call, such as {@code publish}
     * @param time from sending to the last byte of the answer, or until the client gave up
     */
    default void requested(String call, RequestOutcome outcome, Duration time) {}

    /** A thread waited for a permit of a call's limit. */
    default void waited(String call, Duration time) {}

    /**
     * Feishu was asked for a token.
     *
     * @param failure empty when Feishu gave one
     */
    default void fetchedToken(Optional<FailureKind> failure) {}

    /** The client looked whether an earlier attempt of a call was carried out after all. */
    default void looked(String call, LookOutcome outcome) {}

    /**
     * A call has a limit from now on. Heard once for each call.
     *
     * @param requestsPerSecond the limit in force, of all apps that made the call lately together; the client keeps it
     */
    default void limits(String call, Level requestsPerSecond) {}

    /**
     * The client has seats for threads that may wait for Feishu. Heard once.
     *
     * @param seats those that are taken; the client keeps it
     */
    default void seats(Level seats) {}
}
