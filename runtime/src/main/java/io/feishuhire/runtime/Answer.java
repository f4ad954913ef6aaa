package io.feishuhire.runtime;

import io.camunda.client.api.command.ClientHttpException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** What the engine's answer to a command, over gRPC or REST, means for the job. */
enum Answer {
    /** The engine has the result, or has no such job any more, so there is nothing to report. */
    DONE,
    /** The engine is too busy, cannot be reached or did not answer: the same command may succeed later. */
    NOT_NOW,
    /** The same command would fail again. */
    REFUSED;

    private static final Set<Status.Code> GRPC_GONE = Set.of(Status.Code.NOT_FOUND, Status.Code.FAILED_PRECONDITION);
    private static final Set<Status.Code> GRPC_NOT_NOW =
            Set.of(Status.Code.RESOURCE_EXHAUSTED, Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);
    private static final Set<Integer> HTTP_GONE = Set.of(404, 409);
    private static final Set<Integer> HTTP_NOT_NOW = Set.of(429, 503, 504);

    /**
     * Reads an answer.
     *
     * @param failure null if the engine took the command
     */
    static Answer of(Throwable failure) {
        if (failure == null) {
            return DONE;
        }
        if (failure instanceof StatusRuntimeException grpc) {
            var code = grpc.getStatus().getCode();
            return of(GRPC_GONE.contains(code), GRPC_NOT_NOW.contains(code));
        }
        if (failure instanceof ClientHttpException http) {
            return of(HTTP_GONE.contains(http.code()), HTTP_NOT_NOW.contains(http.code()));
        }
        return failure instanceof CompletionException && failure.getCause() != null
                ? of(failure.getCause())
                : of(false, PeerText.innermost(failure) instanceof IOException);
    }

    private static Answer of(boolean gone, boolean notNow) {
        return gone ? DONE : notNow ? NOT_NOW : REFUSED;
    }
}
