package io.feishuhire.connector.choices;

import io.feishuhire.connector.feishu.Choice;
import io.feishuhire.connector.feishu.LocalizedName.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The connector's result, the process variable {@code choices}. A form takes it by {@code "valuesExpression":
 * "=choices.items"}.
 *
 * @param items each with {@code label}, {@code value} and what else Feishu tells of it, such as {@code websiteId},
 *     {@code processTypes} (1 experienced hires, 2 campus), {@code parentId}, {@code city}, {@code code}
 * @param count how many there are
 */
public record ChoicesResult(List<Map<String, Object>> items, int count) {

    static ChoicesResult of(List<Choice> choices, Language language) {
        var items = choices.stream().map(choice -> item(choice, language)).toList();
        return new ChoicesResult(items, items.size());
    }

    private static Map<String, Object> item(Choice choice, Language language) {
        var item = new LinkedHashMap<String, Object>();
        item.put("label", choice.label(language));
        item.put("value", choice.value());
        item.putAll(choice.more());
        return item;
    }
}
