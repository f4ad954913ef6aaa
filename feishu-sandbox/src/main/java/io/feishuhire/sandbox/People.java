package io.feishuhire.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The members of the tenant, and the call that finds them by e-mail address or mobile number. */
final class People {

    private static final int MOST = 50;

    private final List<Person> members;

    People(List<Person> members) {
        this.members = List.copyOf(members);
    }

    /** A person who is not found has no id in the answer, which is no error. */
    Map<String, Object> ids(Call call) {
        var lookup = new Lookup(
                call.personId(PersonId.COMMON), resignedToo(call), call.scopes().contains(Scopes.EMPLOYEE_STATUS));
        List<Map<String, Object>> found = new ArrayList<>();
        texts(call, "emails").forEach(email -> found.add(find(lookup, "email", email, Person::email)));
        texts(call, "mobiles").forEach(mobile -> found.add(find(lookup, "mobile", mobile, Person::mobile)));
        return Map.of("user_list", found);
    }

    private Map<String, Object> find(Lookup lookup, String field, String value, Function<Person, String> by) {
        Optional<Person> found = members.stream()
                .filter(person -> by.apply(person).equals(value))
                .filter(person -> lookup.resignedToo() || !person.resigned())
                .findFirst();
        Map<String, Object> fields = new LinkedHashMap<>();
        found.ifPresent(person -> fields.put("user_id", person.id(lookup.kind())));
        fields.put(field, value);
        if (lookup.status()) {
            found.ifPresent(person -> fields.put("status", status(person)));
        }
        return fields;
    }

    private static Map<String, Object> status(Person person) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("is_frozen", false);
        status.put("is_resigned", person.resigned());
        status.put("is_activated", true);
        status.put("is_exited", false);
        status.put("is_unjoin", false);
        return status;
    }

    private static boolean resignedToo(Call call) {
        var resigned = call.object().path("include_resigned");
        if (!resigned.isMissingNode() && !resigned.isBoolean()) {
            throw call.invalidParameter();
        }
        return resigned.asBoolean();
    }

    private static List<String> texts(Call call, String name) {
        var value = call.object().path(name);
        List<String> texts = new ArrayList<>();
        value.forEach(text -> texts.add(text.textValue()));
        if (!(value.isMissingNode() || value.isArray()) || texts.contains(null) || texts.size() > MOST) {
            throw call.invalidParameter();
        }
        return texts;
    }

    private record Lookup(PersonId kind, boolean resignedToo, boolean status) {}
}
