package io.feishuhire.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls that Feishu answers with "try later" until a time. Guarded by the world's lock.
 *
 * <p>Feishu lists the code 1002631 for the call that updates a job. That the calls here ever answer it is a guess.
 */
final class JobLocks {

    private static final List<Endpoint> CALLS = List.of(Endpoint.CREATE_JOB, Endpoint.OPEN_JOB, Endpoint.CLOSE_JOB);
    private static final String EVERY_JOB = "tenant";
    private static final Duration LONGEST = Duration.ofDays(1);

    private final InstantSource clock;
    private final Map<Lock, Instant> ends = new LinkedHashMap<>();

    JobLocks(InstantSource clock) {
        this.clock = clock;
    }

    /** Without calls, all of them. A time of zero ends the lock. */
    void lockAll(Duration time, Collection<Endpoint> calls) {
        lock(EVERY_JOB, time, calls.isEmpty() ? CALLS : List.copyOf(calls));
    }

    /** The same for one job. Before it is created it has no id, so that only opening and closing can be locked. */
    void lock(String jobId, Duration time, Collection<Endpoint> calls) {
        var locked = calls.isEmpty() ? CALLS.subList(1, CALLS.size()) : List.copyOf(calls);
        if (!jobId.equals(EVERY_JOB) && locked.contains(Endpoint.CREATE_JOB)) {
            throw new IllegalArgumentException("One job can be locked for open-job and close-job only.");
        }
        if (!CALLS.containsAll(locked)) {
            throw new IllegalArgumentException("Calls that can be locked are create-job, open-job and close-job.");
        }
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A lock ends between at once and a day later.");
        }
        var end = clock.instant().plus(time);
        locked.forEach(call -> ends.put(new Lock(jobId, call), end));
    }

    void refuseIfLocked(Call call) {
        var endpoint = call.route().endpoint();
        if (isLocked(new Lock(EVERY_JOB, endpoint))
                || isLocked(new Lock(call.ids().get("job_id"), endpoint))) {
            throw Refused.with(400, 1_002_631, "请稍后重试");
        }
    }

    /** The ends of the locks that hold, by the job's id or "tenant", and by the name of the call. */
    Map<String, Map<String, String>> state() {
        var state = new LinkedHashMap<String, Map<String, String>>();
        ends.forEach((lock, end) -> {
            if (isLocked(lock)) {
                state.computeIfAbsent(lock.jobId(), first -> new LinkedHashMap<>())
                        .put(lock.call().lowerCaseName(), end.toString());
            }
        });
        return state;
    }

    void clear() {
        ends.clear();
    }

    private boolean isLocked(Lock lock) {
        var end = ends.get(lock);
        return end != null && clock.instant().isBefore(end);
    }

    private record Lock(String jobId, Endpoint call) {}
}
