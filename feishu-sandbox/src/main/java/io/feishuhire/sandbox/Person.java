package io.feishuhire.sandbox;

import java.util.Map;

/**
 * A member of the tenant.
 *
 * @param number ends each of the ids, a string of digits
 * @param mobile the mobile number, or null
 * @param resigned whether the person has left
 */
record Person(String number, LocalizedName name, String email, String mobile, boolean resigned) {

    Person {
        if (!Call.isDigits(number)) {
            throw new IllegalArgumentException("The number of a person is a string of digits.");
        }
    }

    String id(PersonId kind) {
        return kind.of(number);
    }

    Map<String, Object> idAndName(PersonId kind) {
        return Map.of("id", id(kind), "name", name.fields());
    }
}
