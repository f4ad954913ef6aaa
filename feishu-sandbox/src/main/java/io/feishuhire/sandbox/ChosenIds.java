package io.feishuhire.sandbox;

import java.util.List;
import java.util.Set;

/**
 * Refuses ids in what a job is to be created with that are in none of the tenant's lists: with a code of their own
 * where Feishu's page has one, or with 1002002. Guarded by the world's lock.
 */
final class ChosenIds {

    private static final String ANY_MAJOR = "0";
    private static final Set<String> RECRUITMENT_TYPES = Set.of("101", "102", "103", "105", "301", "201", "202");

    private final Choices choices;

    ChosenIds(Choices choices) {
        this.choices = choices;
    }

    /** Two of the lists have no code of their own. */
    void checkKinds(BodyFields fields) {
        checkIn(Catalogue.JOB_TYPES, fields.requiredText("job_type_id"), 1_002_603, "job type does not exist");
        if (!RECRUITMENT_TYPES.contains(fields.requiredText("recruitment_type_id"))) {
            throw Refused.with(400, 1_002_604, "recruitment type does not exist");
        }
        checkIn(Catalogue.JOB_PROCESSES, fields, "job_process_id", "there is no such process");
        fields.text("subject_id").ifPresent(id -> checkIn(Catalogue.SUBJECTS, id, 1_002_608, "subject does not exist"));
        checkIn(Catalogue.JOB_FUNCTIONS, fields, "job_function_id", "there is no such function");
    }

    /** Of which kind the ids of levels and families are makes no difference here: both kinds are the same text. */
    void checkFurther(BodyFields fields) {
        checkMajors(fields.texts("target_major_id_list"));
        for (var address : fields.texts("address_id_list")) {
            if (!choices.has(Catalogue.LOCATIONS, address)) {
                throw fields.refused("address_id_list", "there is no such address");
            }
        }
        fields.text("job_category_id")
                .ifPresent(id -> checkIn(Catalogue.JOB_FAMILIES, id, 1_002_605, "job family does not exist"));
        fields.text("min_level_id").ifPresent(this::checkLevel);
        fields.text("max_level_id").ifPresent(this::checkLevel);
        for (var highlight : fields.texts("highlight_list")) {
            checkIn(Catalogue.HIGHLIGHTS, highlight, 1_002_607, "highlight does not exist");
        }
    }

    private void checkLevel(String id) {
        checkIn(Catalogue.JOB_LEVELS, id, 1_002_606, "job level does not exist");
        if (!choices.isActive(Catalogue.JOB_LEVELS, id)) {
            throw Refused.with(400, 1_002_630, "job level is disabled");
        }
    }

    private static void checkMajors(List<String> majors) {
        if (majors.size() > 1 && majors.contains(ANY_MAJOR)) {
            throw Refused.with(400, 1_002_623, "any major stands alone");
        }
        if (!majors.stream().allMatch(major -> major.equals(ANY_MAJOR) || major.startsWith("MDMJ"))) {
            throw Refused.with(400, 1_002_622, "major does not exist");
        }
    }

    private void checkIn(Catalogue list, String id, int code, String msg) {
        if (!choices.has(list, id)) {
            throw Refused.with(400, code, msg);
        }
    }

    private void checkIn(Catalogue list, BodyFields fields, String name, String description) {
        if (fields.text(name).filter(id -> !choices.has(list, id)).isPresent()) {
            throw fields.refused(name, description);
        }
    }
}
