package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An entry of a list.
 *
 * @param parentId the entry above it, or null for a reply without one
 * @param usages what a location is for; empty in other lists
 * @param further fields of this list alone
 */
record Choice(
        String id,
        LocalizedName name,
        String parentId,
        boolean active,
        Set<String> usages,
        Map<String, Object> further) {

    Choice {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A choice needs an id.");
        }
    }

    /** 1 enabled, 2 not. */
    int activeStatus() {
        return active ? 1 : 2;
    }

    Map<String, Object> fieldsWithNames(String chinese, String english) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.putAll(name.fields(chinese, english));
        fields.putAll(further);
        return fields;
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("name", name.fields());
        if (parentId != null) {
            fields.put("parent_id", parentId);
        }
        fields.putAll(further);
        return fields;
    }

    Map<String, Object> fieldsWithStatus() {
        var fields = fields();
        fields.put("active_status", activeStatus());
        return fields;
    }
}
