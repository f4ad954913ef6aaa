package io.feishuhire.connector.feishu;

import java.util.List;
import java.util.stream.Stream;

/**
 * The people of a job.
 *
 * @param recruiter who runs it (招聘负责人)
 * @param hiringManagers whom it is for (用人经理), one at least
 * @param assistants who helps (协助人)
 * @param idType what ids of people are in this request
 */
public record JobTeam(Person recruiter, List<Person> hiringManagers, List<Person> assistants, Person.IdType idType) {

    /** The most people: Feishu looks up 50 e-mail addresses at once. */
    public static final int MAX_PEOPLE = 50;

    /**
     * Takes copies.
     *
     * @throws IllegalArgumentException when there are more than {@value #MAX_PEOPLE} people
     */
    public JobTeam {
        hiringManagers = List.copyOf(hiringManagers);
        assistants = List.copyOf(assistants);
        if (1 + hiringManagers.size() + assistants.size() > MAX_PEOPLE) {
            throw new InvalidValue("are more than " + MAX_PEOPLE + " people", "合计超过 " + MAX_PEOPLE + " 人");
        }
    }

    Stream<Person> all() {
        return Stream.of(Stream.of(recruiter), hiringManagers.stream(), assistants.stream())
                .flatMap(people -> people);
    }
}
