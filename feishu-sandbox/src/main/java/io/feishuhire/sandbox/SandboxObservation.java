package io.feishuhire.sandbox;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What a sandbox was asked, what came of it, and what it holds now. */
abstract sealed class SandboxObservation extends SandboxTenant permits FeishuSandbox {

    private final SandboxState state;

    SandboxObservation(SandboxState state) {
        super(state.apps(), state.world());
        this.state = state;
    }

    /**
     * The last requests, oldest first, as many as {@link SandboxSettings#journalSize()}; no calls of the admin API
     * among them.
     */
    public List<RecordedRequest> requests() {
        return state.requests().entries();
    }

    /** The last advertisements that were put online, oldest first, as many as the journal's size. */
    public List<PublishedAdvertisement> published() {
        return state.world().advertisements().published();
    }

    /** The last jobs that were created by a call, oldest first, as many as the journal's size. */
    public List<CreatedJob> createdJobs() {
        return state.world().jobLife().created();
    }

    /** The switches, the jobs, and what is online on each channel, all of the same moment. */
    public Tenant tenant() {
        return new TenantSnapshot(state).take();
    }

    /**
     * Calls a listener for every request from now on, with the entry that is in {@link #requests}. The call comes on
     * the thread that answers the request, after the entry was made and before the reply leaves: a slow listener makes
     * slow replies. Requests of several clients come at the same time, on several threads.
     *
     * <p>There can be several listeners. They stay when the sandbox is {@linkplain FeishuSandbox#reset reset}. What a
     * listener throws goes to the {@linkplain Thread.UncaughtExceptionHandler handler of uncaught exceptions}, and the
     * request is answered as usual.
     */
    public void onRequest(Consumer<RecordedRequest> listener) {
        state.listeners().add(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Calls a listener after every call of the admin API over HTTP that may have changed something, which is every one
     * but a GET. The change has taken effect then, and the reply has not left. The methods of this class do not call
     * it. All else is as with {@link #onRequest}.
     */
    public void onControl(Runnable listener) {
        state.listeners().add(Objects.requireNonNull(listener, "listener"));
    }
}
