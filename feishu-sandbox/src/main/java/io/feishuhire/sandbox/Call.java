package io.feishuhire.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A call that the gateway has let through. What reads a parameter refuses one of the wrong form, as the API does.
 *
 * @param route the call's entry in the table
 * @param appId who calls
 * @param scopes what the app has been granted
 * @param ids the variables of the path by their names
 * @param query the query by name; of a name that comes twice, the first
 * @param body the JSON object that was sent, or nothing
 */
record Call(
        Route route,
        String appId,
        Set<String> scopes,
        Map<String, String> ids,
        Map<String, String> query,
        Optional<JsonNode> body) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    static boolean isDigits(String text) {
        return DIGITS.matcher(text).matches();
    }

    Refused invalidParameter() {
        return route.api().invalidParameter();
    }

    /** An id in the path that must be a string of digits. */
    String id(String name) {
        var id = ids.get(name);
        if (!isDigits(id)) {
            throw invalidParameter();
        }
        return id;
    }

    JsonNode object() {
        return body.orElseThrow(this::invalidParameter);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(query.get(name));
    }

    String oneOf(String name, List<String> values, String otherwise) {
        var value = query.getOrDefault(name, otherwise);
        if (!values.contains(value)) {
            throw invalidParameter();
        }
        return value;
    }

    /** By which of their ids people are asked for. The user_id has a scope of its own. */
    PersonId personId(Set<PersonId> allowed) {
        var kind = text("user_id_type")
                .map(name -> PersonId.named(name).filter(allowed::contains).orElseThrow(this::invalidParameter))
                .orElse(PersonId.OPEN_ID);
        if (kind == PersonId.USER_ID && !scopes.contains(Scopes.EMPLOYEE_ID)) {
            throw Refused.withoutScope(appId, Scopes.EMPLOYEE_ID);
        }
        return kind;
    }

    /** The kinds of id that calls about jobs can be asked for. */
    void checkIdTypes() {
        checkIdTypes(PersonId.OF_JOB);
    }

    /** The same for a call that accepts these ids of people. */
    void checkIdTypes(Set<PersonId> ofPeople) {
        personId(ofPeople);
        departmentsByOpenId();
        checkIdType("job_level_id_type", "people_admin_job_level_id", "job_level_id");
        checkIdType("job_family_id_type", "people_admin_job_category_id", "job_family_id");
    }

    /** Whether departments are named by their open_department_id. */
    boolean departmentsByOpenId() {
        var open = "open_department_id";
        return oneOf("department_id_type", List.of(open, "department_id"), open).equals(open);
    }

    private void checkIdType(String name, String byDefault, String other) {
        oneOf(name, List.of(byDefault, other), byDefault);
    }

    boolean flag(String name) {
        return oneOf(name, List.of("true", "false"), "false").equals("true");
    }

    /** A time that was sent as text, in milliseconds. */
    Optional<Instant> time(String name) {
        try {
            return text(name).map(Long::parseLong).map(Instant::ofEpochMilli);
        } catch (NumberFormatException noTime) {
            throw invalidParameter();
        }
    }
}
