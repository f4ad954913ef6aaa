package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry of one of Feishu's lists.
 *
 * @param id what other calls want
 * @param name what people call it
 * @param parentId the entry above it in a tree; empty, or the id of no entry, at the top
 * @param active whether it may be chosen
 * @param more what else to tell of it, by name
 */
record ListEntry(String id, LocalizedName name, String parentId, boolean active, Map<String, Object> more) {

    private static final int NOT_ACTIVE = 2;

    static ListEntry website(Website website) {
        var more = new LinkedHashMap<String, Object>();
        more.put("websiteId", website.id());
        more.put("processTypes", website.processTypes());
        return new ListEntry(website.channel().value(), website.name(), "", true, more);
    }

    static ListEntry jobProcess(JsonNode item) {
        var name = new LocalizedName(
                LocalizedName.shown(item.path("en_name").asText()),
                LocalizedName.shown(item.path("zh_name").asText()));
        return new ListEntry(
                item.path("id").asText(),
                name,
                "",
                true,
                Map.of("processTypes", List.of(item.path("type").asInt())));
    }

    static ListEntry named(JsonNode item) {
        return new ListEntry(
                item.path("id").asText(), LocalizedName.of(item.path("name")), "", isActive(item), Map.of());
    }

    static ListEntry ofTree(JsonNode item) {
        var parent = item.path("parent_id").asText();
        return new ListEntry(
                item.path("id").asText(),
                LocalizedName.of(item.path("name")),
                parent,
                isActive(item),
                Map.of("parentId", parent));
    }

    static ListEntry location(JsonNode item) {
        var street = LocalizedName.of(item.path("name"));
        var city = LocalizedName.of(item.path("city").path("name"));
        var name = new LocalizedName(place(city.en(), street.en()), place(city.zh(), street.zh()));
        return new ListEntry(
                item.path("id").asText(), name, "", isActive(item), Map.of("city", city.in(LocalizedName.Language.ZH)));
    }

    private static String place(String city, String street) {
        if (street.contains(city)) {
            return street;
        }
        return street.isEmpty() ? city : city + ", " + street;
    }

    static ListEntry job(JsonNode item) {
        var code = item.path("code").asText();
        var title = LocalizedName.shown(item.path("title").asText());
        var name = code.isEmpty() ? title : title + " (" + code + ")";
        return new ListEntry(
                item.path("id").asText(), new LocalizedName("", name), "", isActive(item), Map.of("code", code));
    }

    static ListEntry department(JsonNode item) {
        var names = item.path("i18n_name");
        var ordinary = LocalizedName.shown(item.path("name").asText());
        var zh = LocalizedName.shown(names.path("zh_cn").asText());
        var parent = item.path("parent_department_id").asText();
        return new ListEntry(
                item.path("open_department_id").asText(),
                new LocalizedName(LocalizedName.shown(names.path("en_us").asText()), zh.isEmpty() ? ordinary : zh),
                parent,
                !item.path("status").path("is_deleted").asBoolean(),
                Map.of("parentId", parent));
    }

    private static boolean isActive(JsonNode item) {
        return item.path("active_status").asInt() != NOT_ACTIVE;
    }
}
