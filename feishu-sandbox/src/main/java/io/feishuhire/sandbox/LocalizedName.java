package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A name in two languages.
 *
 * @param zh the Chinese name, or null for a reply without it
 * @param en the English name, or null for a reply without it
 */
record LocalizedName(String zh, String en) {

    Map<String, Object> fields() {
        return fields("zh_cn", "en_us");
    }

    Map<String, Object> fields(String chinese, String english) {
        var fields = new LinkedHashMap<String, Object>();
        if (zh != null) {
            fields.put(chinese, zh);
        }
        if (en != null) {
            fields.put(english, en);
        }
        return fields;
    }

    /** The first name that is not empty. */
    String any() {
        return zh == null || zh.isEmpty() ? (en == null ? "" : en) : zh;
    }
}
