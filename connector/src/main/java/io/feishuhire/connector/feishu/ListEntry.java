package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.feishuhire.connector.feishu.LocalizedName.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An entry of a Feishu list.
 *
 * @param id what other calls want
 * @param name what people call it
 * @param parentId the entry above it in a tree; empty, or the id of no entry, at the top
 * @param active whether it may be chosen
 * @param more what else to tell of it, by name
 */
record ListEntry(String id, LocalizedName name, String parentId, boolean active, Map<String, Object> more) {

    private static final String NOT_ACTIVE = "2";

    static ListEntry website(Website website) {
        var more = new LinkedHashMap<String, Object>();
        more.put("websiteId", website.id());
        more.put("processTypes", website.processTypes());
        return new ListEntry(website.channel().value(), website.name(), "", true, more);
    }

    static ListEntry jobProcess(JsonNode item) {
        var name = new LocalizedName(JsonText.shown(item, "en_name"), JsonText.shown(item, "zh_name"));
        return new ListEntry(
                JsonText.of(item, "id"),
                name,
                "",
                true,
                Map.of("processTypes", List.of(item.path("type").asInt())));
    }

    static ListEntry named(JsonNode item) {
        return new ListEntry(
                JsonText.of(item, "id"), LocalizedName.of(item.path("name")), "", isActive(item), Map.of());
    }

    static ListEntry ofTree(JsonNode item) {
        var parent = JsonText.of(item, "parent_id");
        return new ListEntry(
                JsonText.of(item, "id"),
                LocalizedName.of(item.path("name")),
                parent,
                isActive(item),
                Map.of("parentId", parent));
    }

    static ListEntry location(JsonNode item) {
        var street = LocalizedName.of(item.path("name"));
        var city = LocalizedName.of(item.path("city").path("name"));
        var name = new LocalizedName(place(city, street, Language.EN), place(city, street, Language.ZH));
        return new ListEntry(JsonText.of(item, "id"), name, "", isActive(item), Map.of("city", city.in(Language.ZH)));
    }

    private static String place(LocalizedName city, LocalizedName street, Language language) {
        return Stream.of(city.in(language), street.in(language))
                .filter(part -> !part.isEmpty())
                .reduce((town, address) -> address.contains(town) ? address : town + " / " + address)
                .orElse("");
    }

    static ListEntry job(JsonNode item) {
        var code = JsonText.of(item, "code");
        var title = JsonText.shown(item, "title");
        var name = code.isEmpty() ? title : title + " (" + code + ")";
        return new ListEntry(
                JsonText.of(item, "id"), new LocalizedName("", name), "", isActive(item), Map.of("code", code));
    }

    static ListEntry department(JsonNode item) {
        var names = item.path("i18n_name");
        var ordinary = JsonText.shown(item, "name");
        var zh = JsonText.shown(names, "zh_cn");
        var parent = JsonText.of(item, "parent_department_id");
        return new ListEntry(
                JsonText.of(item, "open_department_id"),
                new LocalizedName(JsonText.shown(names, "en_us"), zh.isEmpty() ? ordinary : zh),
                parent,
                !item.path("status").path("is_deleted").asBoolean(),
                Map.of("parentId", parent));
    }

    private static boolean isActive(JsonNode item) {
        return !JsonText.of(item, "active_status").equals(NOT_ACTIVE);
    }
}
