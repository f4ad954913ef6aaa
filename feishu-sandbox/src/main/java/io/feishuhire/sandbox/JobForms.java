package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what a job is to be created with, and refuses what Feishu's page does not allow. Guarded by the world's lock.
 */
final class JobForms {

    private static final int LONGEST_CODE = 16;

    private static final Set<Integer> ONE_OR_TWO = Set.of(1, 2);
    private static final Set<Integer> EXPERIENCES = Set.of(1, 2, 3, 4, 5, 6, 7, 8);
    private static final Set<Integer> DEGREES = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 20);

    private final ChosenIds chosenIds;
    private final Departments departments;
    private final People people;
    private List<String> requiredByTenant = List.of();

    JobForms(Choices choices, Departments departments, People people) {
        this.chosenIds = new ChosenIds(choices);
        this.departments = departments;
        this.people = people;
    }

    /** Fields of the call, or object ids of the tenant's own fields, that must be there besides those of the page. */
    void require(List<String> fields) {
        requiredByTenant = List.copyOf(fields);
    }

    List<String> requiredByTenant() {
        return requiredByTenant;
    }

    JobForm read(Call call) {
        call.checkIdTypes(PersonId.COMMON);
        var fields = BodyFields.of(call);
        var title = fields.requiredText("title");
        var team = team(fields.requiredObject("job_managers"), call.personId(PersonId.COMMON));
        var process = fields.requiredText("job_process_id");
        var processType = fields.requiredInt("process_type", ONE_OR_TWO);
        var department = fields.requiredText("department_id");
        var expiry = fields.requiredFlag("is_never_expired") ? null : expiry(fields);
        chosenIds.checkKinds(fields);
        departments.known(department, call.departmentsByOpenId());
        checkTenantsFields(fields);
        chosenIds.checkFurther(fields);
        var code = fields.text("code");
        if (code.filter(text -> text.getBytes(UTF_8).length > LONGEST_CODE).isPresent()) {
            throw fields.refused("code", "the field has more than 16 bytes");
        }
        return new JobForm(title, code, processType, expiry, team, sent(fields, process));
    }

    private Job.Team team(BodyFields managers, PersonId kind) {
        var recruiter = managers.requiredText("recruiter_id");
        var hiringManagers = managers.requiredTexts("hiring_manager_id_list");
        var assistants = managers.texts("assistant_id_list");
        return new Job.Team(
                people.known(kind, recruiter),
                hiringManagers.stream().map(id -> people.known(kind, id)).toList(),
                assistants.stream().map(id -> people.known(kind, id)).toList());
    }

    /** That a job without it must never expire is a guess; the page of the call that reopens a job says so. */
    private static Instant expiry(BodyFields fields) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(fields.requiredText("expiry_timestamp")));
        } catch (NumberFormatException noTime) {
            throw fields.refused("expiry_timestamp", "the field must be a time in milliseconds");
        }
    }

    private void checkTenantsFields(BodyFields fields) {
        var own = fields.objects("customized_data_list").stream()
                .filter(field -> field.text("value").isPresent())
                .map(field -> field.requiredText("object_id"))
                .collect(Collectors.toSet());
        for (var name : requiredByTenant) {
            if (!own.contains(name)) {
                fields.require(name);
            }
        }
    }

    private static Map<String, Object> sent(BodyFields fields, String process) {
        var sent = new LinkedHashMap<String, Object>();
        sent.put("process_id", process);
        for (var text : List.of("description", "requirement")) {
            fields.text(text).ifPresent(value -> sent.put(text, value));
        }
        for (var number : List.of("head_count", "min_salary", "max_salary")) {
            fields.number(number).ifPresent(value -> sent.put(number, value));
        }
        fields.number("experience", EXPERIENCES).ifPresent(value -> sent.put("experience", value));
        fields.number("required_degree", DEGREES).ifPresent(value -> sent.put("required_degree", value));
        fields.number("job_attribute", ONE_OR_TWO).ifPresent(value -> sent.put("job_attribute", value));
        return sent;
    }
}
