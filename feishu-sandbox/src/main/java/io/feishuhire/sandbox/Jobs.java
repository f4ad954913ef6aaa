package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The jobs, and the advertisements that belong to each. Guarded by the world's lock. */
final class Jobs {

    private static final long MADE_UP_NUMBERS = 100_000_000_000_000L;

    private final InstantSource clock;
    private final Job.Team defaultTeam;
    private final Map<String, Job> byId = new LinkedHashMap<>();
    private final Map<String, String> jobByAdvertisement = new LinkedHashMap<>();
    private final Map<String, Set<String>> advertisementsByJob = new LinkedHashMap<>();
    private int created;

    Jobs(InstantSource clock, Job.Team defaultTeam) {
        this.clock = clock;
        this.defaultTeam = defaultTeam;
    }

    /** An open job that never expires. A job of the same id is replaced; its advertisements are added to. */
    void declare(String jobId, String code, String title, int processType, Collection<String> advertisementIds) {
        requireDigits(jobId, "A job id");
        advertisementIds.forEach(id -> requireDigits(id, "An advertisement id"));
        var now = clock.instant();
        byId.put(jobId, new Job(jobId, code, title, processType, true, null, now, now, defaultTeam, Map.of()));
        advertisementIds.forEach(id -> assign(id, jobId));
    }

    /** An open job with one advertisement. It gets a code if the form has none. */
    Job create(JobForm form) {
        created++;
        var now = clock.instant();
        var job = new Job(
                "70038%014d".formatted(created),
                form.code().orElse("A%05d".formatted(created)),
                form.title(),
                form.processType(),
                true,
                form.expiry(),
                now,
                now,
                form.team(),
                form.sent());
        byId.put(job.id(), job);
        assign("70048%014d".formatted(created), job.id());
        return job;
    }

    /** The job of an advertisement. One that was never declared gets a job of its own, always the same one. */
    Job ofAdvertisement(String advertisementId) {
        requireDigits(advertisementId, "An advertisement id");
        if (!jobByAdvertisement.containsKey(advertisementId)) {
            var jobId = "70039%014d".formatted(madeUpNumber(advertisementId));
            declare(jobId, "J" + advertisementId, "Job " + advertisementId, 1, List.of(advertisementId));
        }
        return byId.get(jobByAdvertisement.get(advertisementId));
    }

    Optional<Job> find(String jobId) {
        return Optional.ofNullable(byId.get(jobId));
    }

    List<Job> all() {
        return new ArrayList<>(byId.values());
    }

    Set<String> advertisementsOf(String jobId) {
        return advertisementsByJob.getOrDefault(jobId, Set.of());
    }

    void setOpen(String jobId, boolean open) {
        change(jobId, job -> job.withOpen(open, clock.instant()));
    }

    void expire(String jobId, Instant at) {
        change(jobId, job -> job.withExpiry(at, clock.instant()));
    }

    void clear() {
        created = 0;
        byId.clear();
        jobByAdvertisement.clear();
        advertisementsByJob.clear();
    }

    private void change(String jobId, UnaryOperator<Job> change) {
        if (byId.computeIfPresent(jobId, (id, job) -> change.apply(job)) == null) {
            throw new IllegalArgumentException("There is no job " + jobId + ".");
        }
    }

    /** Most jobs have one advertisement, and there can be very many: a set of one is small. */
    private void assign(String advertisementId, String jobId) {
        var earlier = jobByAdvertisement.put(advertisementId, jobId);
        if (earlier != null) {
            advertisementsByJob.computeIfPresent(earlier, (id, all) -> without(all, advertisementId));
        }
        advertisementsByJob.merge(jobId, Set.of(advertisementId), Jobs::union);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.of(some, others).flatMap(Set::stream).collect(toUnmodifiableSet());
    }

    private static Set<String> without(Set<String> all, String one) {
        return all.stream().filter(Predicate.not(one::equals)).collect(toUnmodifiableSet());
    }

    private static long madeUpNumber(String advertisementId) {
        var hash = UUID.nameUUIDFromBytes(advertisementId.getBytes(UTF_8));
        return Long.remainderUnsigned(hash.getLeastSignificantBits(), MADE_UP_NUMBERS);
    }

    private static void requireDigits(String id, String what) {
        if (!Call.isDigits(id)) {
            throw new IllegalArgumentException(what + " is a string of digits");
        }
    }
}
