package io.feishuhire.connector.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.feishuhire.connector.feishu.JobDetails;
import io.feishuhire.connector.feishu.JobPerson;
import io.feishuhire.connector.feishu.LocalizedName.Language;
import io.feishuhire.connector.mapping.UtcTimestamp;
import java.util.List;

/**
 * The connector's result, the process variable {@code job}. What is unknown is absent, not null.
 *
 * @param jobId the job that was looked up
 * @param title what it is called; absent when Feishu does not tell
 * @param code its code; absent when it has none
 * @param active whether it is open
 * @param expiresAt when it expires, ISO-8601 in UTC with milliseconds; absent when it never does
 * @param processType what it recruits for: 1 experienced hires, 2 campus; absent when Feishu does not tell
 * @param headCount how many people it is for; absent when Feishu does not tell
 * @param recruiter who is in charge; absent when Feishu names none
 * @param hiringManagers whom the hired work for
 * @param assistants who help with recruiting
 * @param lookedUpAt when it was looked up, ISO-8601 in UTC with milliseconds
 */
@JsonInclude(Include.NON_NULL)
public record JobResult(
        String jobId,
        String title,
        String code,
        boolean active,
        String expiresAt,
        Integer processType,
        Integer headCount,
        Person recruiter,
        List<Person> hiringManagers,
        List<Person> assistants,
        String lookedUpAt) {

    /**
     * A person who recruits for the job.
     *
     * @param id the person's {@code open_id}
     * @param name in both languages, for example {@code 张三 (San Zhang)}; absent when Feishu tells none
     */
    @JsonInclude(Include.NON_NULL)
    public record Person(String id, String name) {

        static Person of(JobPerson person) {
            return new Person(
                    person.id(), person.name().isEmpty() ? null : person.name().in(Language.BOTH));
        }

        static List<Person> all(List<JobPerson> people) {
            return people.stream().map(Person::of).toList();
        }
    }

    static JobResult of(JobDetails job) {
        var team = job.team();
        return new JobResult(
                job.id(),
                job.title().isEmpty() ? null : job.title(),
                job.code().isEmpty() ? null : job.code(),
                job.active(),
                job.expiresAt().map(UtcTimestamp::of).orElse(null),
                job.processType().orElse(null),
                job.headCount().orElse(null),
                team.recruiter().map(Person::of).orElse(null),
                Person.all(team.hiringManagers()),
                Person.all(team.assistants()),
                UtcTimestamp.of(job.lookedUpAt()));
    }
}
