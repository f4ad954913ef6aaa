package io.feishuhire.sandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls that create, open and close a job. Guarded by the world's lock. */
final class JobLife {

    private final InstantSource clock;
    private final Jobs jobs;
    private final JobForms forms;
    private final Advertisements advertisements;
    private final Guesses guesses;
    private final Journal<CreatedJob> created;
    private final JobLocks locks;

    JobLife(
            InstantSource clock,
            int journalSize,
            Jobs jobs,
            JobForms forms,
            Advertisements advertisements,
            Guesses guesses) {
        this.clock = clock;
        this.jobs = jobs;
        this.forms = forms;
        this.advertisements = advertisements;
        this.guesses = guesses;
        this.created = new Journal<>(journalSize);
        this.locks = new JobLocks(clock);
    }

    JobForms forms() {
        return forms;
    }

    JobLocks locks() {
        return locks;
    }

    /** See {@link JobLocks#lock}. */
    void lock(String jobId, Duration time, Collection<Endpoint> calls) {
        if (jobs.find(jobId).isEmpty()) {
            throw new IllegalArgumentException("There is no job " + jobId + ".");
        }
        locks.lock(jobId, time, calls);
    }

    Map<String, Object> create(Call call) {
        var form = forms.read(call);
        advertisements.requireApiSync();
        locks.refuseIfLocked(call);
        form.code().ifPresent(this::checkIsNew);
        var job = jobs.create(form);
        var advertisementId = jobs.advertisementsOf(job.id()).iterator().next();
        created.add(new CreatedJob(job.id(), advertisementId, job.code(), job.title(), call.appId(), clock.instant()));
        var data = new LinkedHashMap<String, Object>();
        data.put("default_job_post", Map.of("id", advertisementId));
        data.put("job", JobView.fields(job));
        data.put("job_manager", JobView.people(job, call.personId(PersonId.COMMON)));
        return data;
    }

    Map<String, Object> open(Call call) {
        var jobId = call.id("job_id");
        var fields = BodyFields.of(call);
        var expiry = fields.requiredFlag("is_never_expired") ? null : fields.requiredTime("expiry_time");
        if (expiry != null && !expiry.isAfter(clock.instant())) {
            throw fields.refused("expiry_time", "the time has passed");
        }
        advertisements.requireApiSync();
        locks.refuseIfLocked(call);
        var job = jobs.find(jobId).orElseThrow(() -> doesNotExist(1_002_601));
        if (job.open()) {
            throw Refused.with(400, 1_002_616, "job is already open");
        }
        jobs.expire(jobId, expiry);
        advertisements.open(job);
        return Map.of();
    }

    /** What a wrong id and the switch do here is not documented. */
    Map<String, Object> close(Call call) {
        var jobId = call.id("job_id");
        if (!guesses.closedWithoutApiSync()) {
            advertisements.requireApiSync();
        }
        locks.refuseIfLocked(call);
        var job = jobs.find(jobId);
        if (job.isEmpty() && guesses.unknownJobError() != 0) {
            throw doesNotExist(guesses.unknownJobError());
        }
        if (job.filter(known -> !known.open()).isPresent()) {
            throw Refused.with(400, 1_002_609, "job is closed");
        }
        job.ifPresent(advertisements::close);
        return Map.of();
    }

    List<CreatedJob> created() {
        return created.entries();
    }

    int createdCount() {
        return created.count();
    }

    void clear() {
        forms.require(List.of());
        created.clear();
        locks.clear();
    }

    private static Refused doesNotExist(int code) {
        return Refused.with(400, code, "job does not exist");
    }

    private void checkIsNew(String code) {
        var refusal = guesses.duplicateCodeError();
        if (refusal != 0 && jobs.all().stream().anyMatch(job -> job.code().equals(code))) {
            throw Refused.with(400, refusal, "job code already exists");
        }
    }
}
