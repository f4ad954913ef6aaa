package io.feishuhire.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The members of the tenant, and the call that finds them by e-mail address or mobile number. Guarded by the world's
 * lock.
 */
final class People {

    private static final int MOST = 50;

    /** The HTTP status of each code that the pages of the contacts have for this. */
    private static final Map<Integer, Integer> OUT_OF_RANGE = Map.of(41_050, 400, 40_004, 403, 40_014, 403);

    private final Map<String, Person> byNumber = new LinkedHashMap<>();
    private final Map<String, Integer> outOfRange = new LinkedHashMap<>();

    /** A person of the same number is replaced. */
    void add(Person person) {
        byNumber.put(person.number(), person);
    }

    /** Puts a person out of the app's data range, which the call answers with this code, or back into it with 0. */
    void outOfRange(String number, int code) {
        if (!byNumber.containsKey(number)) {
            throw new IllegalArgumentException("There is no person " + number + ".");
        }
        if (code == 0) {
            outOfRange.remove(number);
        } else if (OUT_OF_RANGE.containsKey(code)) {
            outOfRange.put(number, code);
        } else {
            throw new IllegalArgumentException("A person is out of range with the code 41050, 40004 or 40014.");
        }
    }

    /** Who is out of range, and with which code. */
    Map<String, Integer> outOfRange() {
        return new LinkedHashMap<>(outOfRange);
    }

    List<Person> all() {
        return List.copyOf(byNumber.values());
    }

    void clear() {
        byNumber.clear();
        outOfRange.clear();
    }

    /** The person with an id of this kind. */
    Person known(PersonId kind, String id) {
        return byNumber.values().stream()
                .filter(person -> person.id(kind).equals(id))
                .findFirst()
                .orElseThrow(() -> kind.notFound(id));
    }

    /** A person who is not found has no id in the answer, which is no error. */
    Map<String, Object> ids(Call call) {
        var lookup = new Lookup(
                call.personId(PersonId.COMMON), resignedToo(call), call.scopes().contains(Scopes.EMPLOYEE_STATUS));
        var found = new ArrayList<Map<String, Object>>();
        texts(call, "emails").forEach(email -> found.add(find(lookup, "email", email, Person::email)));
        texts(call, "mobiles").forEach(mobile -> found.add(find(lookup, "mobile", mobile, Person::mobile)));
        return Map.of("user_list", found);
    }

    private Map<String, Object> find(Lookup lookup, String field, String value, Function<Person, String> by) {
        var found = byNumber.values().stream()
                .filter(person -> value.equals(by.apply(person)))
                .filter(person -> lookup.resignedToo() || !person.resigned())
                .findFirst();
        found.map(person -> outOfRange.get(person.number())).ifPresent(code -> {
            throw Refused.with(OUT_OF_RANGE.get(code), code, "no authority");
        });
        var fields = new LinkedHashMap<String, Object>();
        found.ifPresent(person -> fields.put("user_id", person.id(lookup.kind())));
        fields.put(field, value);
        if (lookup.status()) {
            found.ifPresent(person -> fields.put("status", status(person)));
        }
        return fields;
    }

    private static Map<String, Object> status(Person person) {
        var status = new LinkedHashMap<String, Object>();
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
        var texts = new ArrayList<String>();
        value.forEach(text -> texts.add(text.textValue()));
        if (!(value.isMissingNode() || value.isArray()) || texts.contains(null) || texts.size() > MOST) {
            throw call.invalidParameter();
        }
        return texts;
    }

    private record Lookup(PersonId kind, boolean resignedToo, boolean status) {}
}
