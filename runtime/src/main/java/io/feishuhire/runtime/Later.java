package io.feishuhire.runtime;

import java.time.Duration;

/** Runs something after a pause. */
@FunctionalInterface
interface Later {

    /**
     * Plans it.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the runtime has stopped
     */
    void run(Duration pause, Runnable task);
}
