package io.feishuhire.sandbox;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of id that a person has. */
enum PersonId {
    OPEN_ID("ou_", 99_992_351, 99_992_361),
    UNION_ID("on_", 99_992_364, 99_992_381),
    USER_ID("u", 99_992_360, 99_992_364),
    /** The calls that are given ids of people do not accept it. */
    PEOPLE_ADMIN_ID("", 1_002_002, 1_002_002);

    /** What follows the prefix of an id that another app or another tenant has for a person. */
    private static final String ELSEWHERE = "other_";

    /** What every call accepts. */
    static final Set<PersonId> COMMON = EnumSet.of(OPEN_ID, UNION_ID, USER_ID);

    /** What the calls that read one job accept. */
    static final Set<PersonId> OF_JOB = EnumSet.allOf(PersonId.class);

    private final String prefix;
    private final int unknownCode;
    private final int elsewhereCode;

    PersonId(String prefix, int unknownCode, int elsewhereCode) {
        this.prefix = prefix;
        this.unknownCode = unknownCode;
        this.elsewhereCode = elsewhereCode;
    }

    String of(String number) {
        return prefix + number;
    }

    /**
     * Feishu's general list of errors: an open_id is another app's, a union_id or user_id another tenant's, or there is
     * none.
     */
    Refused notFound(String id) {
        if (id.startsWith(prefix + ELSEWHERE)) {
            return Refused.with(400, elsewhereCode, this == OPEN_ID ? "open_id cross app" : "id cross tenant");
        }
        return Refused.with(400, unknownCode, "these ids do not exist");
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
