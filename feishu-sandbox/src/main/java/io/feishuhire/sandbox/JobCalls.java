package io.feishuhire.sandbox;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls that read jobs. */
final class JobCalls {

    private final InstantSource clock;
    private final Jobs jobs;
    private final Guesses guesses;

    JobCalls(InstantSource clock, Jobs jobs, Guesses guesses) {
        this.clock = clock;
        this.jobs = jobs;
        this.guesses = guesses;
    }

    Pages.Listing<Job> list(Call call) {
        call.checkIdTypes();
        var updated = TimeRange.of(call, "update_start_time", "update_end_time");
        var listed = jobs.all().stream()
                .filter(job -> updated.contains(job.updatedAt()))
                .filter(job -> !job.createdByCall() || guesses.listed(job.createdAt(), clock.instant()))
                .toList();
        return new Pages.Listing<>(listed, JobView::fields);
    }

    Map<String, Object> get(Call call) {
        call.checkIdTypes();
        return Map.of("job", JobView.fields(job(call, 404)));
    }

    Map<String, Object> detail(Call call) {
        call.checkIdTypes();
        var job = job(call, 404);
        var people = call.personId(PersonId.OF_JOB);
        var detail = new LinkedHashMap<String, Object>();
        detail.put("basic_info", JobView.basicInfo(job));
        detail.put("recruiter", job.team().recruiter().idAndName(people));
        detail.put("hiring_manager_list", JobView.idsAndNames(job.team().hiringManagers(), people));
        detail.put("assistant_list", JobView.idsAndNames(job.team().assistants(), people));
        detail.put("address_list", List.of());
        detail.put("job_requirement_list", List.of());
        detail.put("tag_list", List.of());
        return Map.of("job_detail", detail);
    }

    Map<String, Object> recruiter(Call call) {
        var job = job(call, 400);
        var people = call.personId(PersonId.COMMON);
        return Map.of("info", JobView.people(job, people));
    }

    private Job job(Call call, int httpStatusIfUnknown) {
        return jobs.find(call.id("job_id"))
                .orElseThrow(() -> Refused.with(httpStatusIfUnknown, 1_002_601, "job does not exist"));
    }
}
