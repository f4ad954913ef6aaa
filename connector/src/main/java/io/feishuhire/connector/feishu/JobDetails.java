package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job (职位), as Feishu Hire has it at a moment.
 *
 * @param id the job
 * @param title what it is called; empty when Feishu does not tell
 * @param code its code; empty when it has none
 * @param active whether it is open (启用)
 * @param expiresAt when it expires; empty when it never does
 * @param processType what it recruits for: 1 experienced hires (社招), 2 campus (校招)
 * @param headCount how many people it is for
 * @param team who recruits for it
 * @param lookedUpAt when the answer arrived, by the clock of this machine
 */
public record JobDetails(
        String id,
        String title,
        String code,
        boolean active,
        Optional<Instant> expiresAt,
        Optional<Integer> processType,
        Optional<Integer> headCount,
        Team team,
        Instant lookedUpAt) {

    private static final String ACTIVE = "1";

    /**
     * Who recruits for a job.
     *
     * @param recruiter who is in charge (招聘负责人)
     * @param hiringManagers whom the hired work for (用人经理)
     * @param assistants who help (招聘协助人)
     */
    public record Team(Optional<JobPerson> recruiter, List<JobPerson> hiringManagers, List<JobPerson> assistants) {

        /** Takes copies of the lists. */
        public Team {
            hiringManagers = List.copyOf(hiringManagers);
            assistants = List.copyOf(assistants);
        }

        /** With names, as "获取职位详情" has it. */
        static Team named(JsonNode detail) {
            return new Team(
                    JobPerson.named(detail.path("recruiter")),
                    JobPerson.allNamed(detail.path("hiring_manager_list")),
                    JobPerson.allNamed(detail.path("assistant_list")));
        }

        /** With ids alone, as the call for a job's recruiter has it. */
        static Team nameless(JsonNode info) {
            return new Team(
                    JobPerson.nameless(info, "recruiter_id"),
                    JobPerson.allNameless(info.path("hiring_manager_id_list")),
                    JobPerson.allNameless(info.path("assistant_id_list")));
        }
    }

    /**
     * Reads an answer. What is not clearly open is not.
     *
     * @param expiry the name of the field with the time at which the job expires
     * @throws IllegalArgumentException when that time cannot be read
     */
    static JobDetails of(JsonNode job, String expiry, Team team, Instant lookedUpAt) {
        return new JobDetails(
                JsonText.of(job, "id"),
                JsonText.shown(job, "title"),
                JsonText.shown(job, "code"),
                JsonText.of(job, "active_status").equals(ACTIVE),
                JsonText.time(job, expiry),
                number(job, "process_type"),
                number(job, "head_count"),
                team,
                lookedUpAt);
    }

    private static Optional<Integer> number(JsonNode job, String field) {
        var text = JsonText.of(job, field);
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
