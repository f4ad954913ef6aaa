package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls that read jobs. */
final class JobCalls {

    private static final Map<Integer, LocalizedName> PROCESSES =
            Map.of(1, new LocalizedName("社会招聘", "Experienced hire"), 2, new LocalizedName("校园招聘", "Campus hire"));

    private final Jobs jobs;

    JobCalls(Jobs jobs) {
        this.jobs = jobs;
    }

    Pages.Listing<Job> list(Call call) {
        checkIdTypes(call);
        var updated = TimeRange.of(call, "update_start_time", "update_end_time");
        List<Job> listed = jobs.all().stream()
                .filter(job -> updated.contains(job.updatedAt()))
                .toList();
        return new Pages.Listing<>(listed, JobCalls::fields);
    }

    Map<String, Object> get(Call call) {
        checkIdTypes(call);
        return Map.of("job", fields(job(call, 404)));
    }

    Map<String, Object> detail(Call call) {
        checkIdTypes(call);
        var job = job(call, 404);
        var people = call.personId(PersonId.OF_JOB);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("basic_info", basicInfo(job));
        detail.put("recruiter", job.team().recruiter().idAndName(people));
        detail.put("hiring_manager_list", idsAndNames(job.team().hiringManagers(), people));
        detail.put("assistant_list", idsAndNames(job.team().assistants(), people));
        detail.put("address_list", List.of());
        detail.put("job_requirement_list", List.of());
        detail.put("tag_list", List.of());
        return Map.of("job_detail", detail);
    }

    Map<String, Object> recruiter(Call call) {
        var job = job(call, 400);
        var people = call.personId(PersonId.COMMON);
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("id", job.id());
        info.put("recruiter_id", job.team().recruiter().id(people));
        info.put("hiring_manager_id_list", ids(job.team().hiringManagers(), people));
        info.put("assistant_id_list", ids(job.team().assistants(), people));
        return Map.of("info", info);
    }

    private Job job(Call call, int httpStatusIfUnknown) {
        return jobs.find(call.id("job_id"))
                .orElseThrow(() -> Refused.with(httpStatusIfUnknown, 1_002_601, "job does not exist"));
    }

    private static Map<String, Object> fields(Job job) {
        var fields = common(job);
        fields.put("create_timestamp", Job.millis(job.createdAt()));
        fields.put("update_timestamp", Job.millis(job.updatedAt()));
        if (job.expiry() != null) {
            fields.put("expiry_timestamp", Job.millis(job.expiry()));
        }
        return fields;
    }

    private static Map<String, Object> basicInfo(Job job) {
        var fields = common(job);
        fields.put("process_name", PROCESSES.get(job.processType()).fields());
        fields.put("description", "");
        fields.put("requirement", "");
        fields.put("head_count", 1);
        fields.put("city_list", List.of());
        if (job.expiry() != null) {
            fields.put("expiry_time", Job.millis(job.expiry()));
        }
        return fields;
    }

    private static Map<String, Object> common(Job job) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", job.id());
        fields.put("title", job.title());
        fields.put("code", job.code());
        fields.put("active_status", job.activeStatus());
        fields.put("process_type", job.processType());
        return fields;
    }

    private static void checkIdTypes(Call call) {
        call.personId(PersonId.OF_JOB);
        call.oneOf("department_id_type", List.of("open_department_id", "department_id"), "open_department_id");
        call.oneOf(
                "job_level_id_type", List.of("people_admin_job_level_id", "job_level_id"), "people_admin_job_level_id");
        call.oneOf(
                "job_family_id_type",
                List.of("people_admin_job_category_id", "job_family_id"),
                "people_admin_job_category_id");
    }

    private static List<String> ids(List<Person> people, PersonId kind) {
        return people.stream().map(person -> person.id(kind)).toList();
    }

    private static List<Map<String, Object>> idsAndNames(List<Person> people, PersonId kind) {
        return people.stream().map(person -> person.idAndName(kind)).toList();
    }
}
