package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * A person who recruits for a job.
 *
 * @param id the person's {@code open_id}
 * @param name what the person is called; without a name in any language where Feishu tells none
 */
public record JobPerson(String id, LocalizedName name) {

    private static final LocalizedName NAMELESS = new LocalizedName("", "");

    /** A person with a name; empty when there is no id. */
    static Optional<JobPerson> named(JsonNode person) {
        return withId(JsonText.of(person, "id"), LocalizedName.of(person.path("name")));
    }

    /** A person of whom there is only the id, as a field of an object; empty when there is none. */
    static Optional<JobPerson> nameless(JsonNode parent, String field) {
        return withId(JsonText.of(parent, field), NAMELESS);
    }

    /** Persons with names. */
    static List<JobPerson> allNamed(JsonNode people) {
        return all(people, JobPerson::named);
    }

    /** Persons of whom there are only ids. */
    static List<JobPerson> allNameless(JsonNode ids) {
        return all(ids, id -> withId(id.isTextual() ? id.textValue().strip() : "", NAMELESS));
    }

    private static List<JobPerson> all(JsonNode entries, Function<JsonNode, Optional<JobPerson>> person) {
        return entries.isArray()
                ? StreamSupport.stream(entries.spliterator(), false)
                        .flatMap(entry -> person.apply(entry).stream())
                        .toList()
                : List.of();
    }

    private static Optional<JobPerson> withId(String id, LocalizedName name) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new JobPerson(id, name));
    }
}
