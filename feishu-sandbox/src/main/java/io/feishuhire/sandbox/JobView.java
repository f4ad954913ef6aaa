package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a job is written. */
final class JobView {

    private static final Map<Integer, LocalizedName> PROCESSES =
            Map.of(1, new LocalizedName("社会招聘", "Experienced hire"), 2, new LocalizedName("校园招聘", "Campus hire"));

    private JobView() {}

    static Map<String, Object> fields(Job job) {
        var fields = common(job);
        fields.putAll(job.sent());
        fields.put("create_timestamp", Job.millis(job.createdAt()));
        fields.put("update_timestamp", Job.millis(job.updatedAt()));
        if (job.expiry() != null) {
            fields.put("expiry_timestamp", Job.millis(job.expiry()));
        }
        return fields;
    }

    static Map<String, Object> basicInfo(Job job) {
        var fields = common(job);
        fields.put("process_name", PROCESSES.get(job.processType()).fields());
        fields.put("description", "");
        fields.put("requirement", "");
        fields.put("head_count", 1);
        fields.put("city_list", List.of());
        fields.putAll(job.sent());
        if (job.expiry() != null) {
            fields.put("expiry_time", Job.millis(job.expiry()));
        }
        return fields;
    }

    static Map<String, Object> people(Job job, PersonId kind) {
        var people = new LinkedHashMap<String, Object>();
        people.put("id", job.id());
        people.put("recruiter_id", job.team().recruiter().id(kind));
        people.put("hiring_manager_id_list", ids(job.team().hiringManagers(), kind));
        people.put("assistant_id_list", ids(job.team().assistants(), kind));
        return people;
    }

    private static Map<String, Object> common(Job job) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", job.id());
        fields.put("title", job.title());
        fields.put("code", job.code());
        fields.put("active_status", job.activeStatus());
        fields.put("process_type", job.processType());
        return fields;
    }

    private static List<String> ids(List<Person> people, PersonId kind) {
        return people.stream().map(person -> person.id(kind)).toList();
    }

    static List<Map<String, Object>> idsAndNames(List<Person> people, PersonId kind) {
        return people.stream().map(person -> person.idAndName(kind)).toList();
    }
}
