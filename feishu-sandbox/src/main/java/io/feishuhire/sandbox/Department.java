package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A department of the tenant.
 *
 * @param parentOpenId the department above it, "0" for the root
 */
record Department(String openId, LocalizedName name, String parentOpenId, boolean deleted) {

    static final String ROOT = "0";

    private static final String OPEN = "od-";

    Department {
        if (!openId.startsWith(OPEN) || openId.equals(OPEN)) {
            throw new IllegalArgumentException("The open_department_id of a department begins with od-.");
        }
    }

    /** The department_id of an open_department_id; that of the root is the same. */
    static String id(String openId) {
        return openId.startsWith(OPEN) ? openId.substring(OPEN.length()) : openId;
    }

    /**
     * How it is written.
     *
     * @param open whether its parent is given by the open_department_id
     * @param named whether the app may see more than the open_department_id
     */
    Map<String, Object> fields(boolean open, boolean named) {
        if (!named) {
            return Map.of("open_department_id", openId);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name.any());
        fields.put("i18n_name", name.fields());
        fields.put("open_department_id", openId);
        fields.put("department_id", id(openId));
        fields.put("parent_department_id", open ? parentOpenId : id(parentOpenId));
        fields.put("status", Map.of("is_deleted", deleted));
        return fields;
    }
}
