package io.feishuhire.sandbox;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of id that a person has. */
enum PersonId {
    OPEN_ID,
    UNION_ID,
    USER_ID,
    PEOPLE_ADMIN_ID;

    /** What every call accepts. */
    static final Set<PersonId> COMMON = EnumSet.of(OPEN_ID, UNION_ID, USER_ID);

    /** What the calls that read one job accept. */
    static final Set<PersonId> OF_JOB = EnumSet.allOf(PersonId.class);

    /** Feishu's general list of errors: 99992360 for a user_id, 99992351 for an id of another kind. */
    Refused notFound() {
        return Refused.with(400, this == USER_ID ? 99_992_360 : 99_992_351, "user id does not exist");
    }

    static Optional<PersonId> named(String name) {
        for (var kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
