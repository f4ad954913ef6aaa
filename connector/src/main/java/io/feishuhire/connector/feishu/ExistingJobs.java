package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Jobs (职位) that there are in Feishu Hire. */
public final class ExistingJobs {

    private static final Duration BUDGET = Duration.ofSeconds(150);

    private final ApiClient api;
    private final JobLookup lookup;

    ExistingJobs(ApiClient api, InstantSource clock, LongSupplier nanoTime) {
        this.api = api;
        this.lookup = new JobLookup(clock, nanoTime);
    }

    /**
     * Looks a job up. Nothing changes at Feishu. It takes 150 seconds at most. Interrupting the thread ends it at once.
     *
     * @throws FeishuException when there is no such job, or Feishu does not tell
     */
    public JobDetails lookUp(LookUpRequest request) {
        try (var session = api.open(request.app(), request.timeout(), BUDGET)) {
            return lookup.lookUp(session, request.jobId());
        }
    }
}
