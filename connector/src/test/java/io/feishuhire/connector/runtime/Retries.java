package io.feishuhire.connector.runtime;

import io.feishuhire.localcamunda.ProcessHistory;
import java.util.ArrayList;
import java.util.List;

/** What the attempts of a job cost. Jobs that wait for the limit or for a thread are handed back for nothing. */
final class Retries {

    /** As the template has it. */
    static final int AT_FIRST = 3;

    private Retries() {}

    /** Lists the retries that were left after each failure that cost one. */
    static List<Integer> burnt(ProcessHistory history) {
        return burnt(history, AT_FIRST);
    }

    /** The same for a task that has another number of retries at first. */
    static List<Integer> burnt(ProcessHistory history, int atFirst) {
        var burnt = new ArrayList<Integer>();
        var left = atFirst;
        for (var failure : history.jobFailures()) {
            if (failure.retriesLeft() < left) {
                burnt.add(failure.retriesLeft());
            }
            left = failure.retriesLeft();
        }
        return burnt;
    }
}
