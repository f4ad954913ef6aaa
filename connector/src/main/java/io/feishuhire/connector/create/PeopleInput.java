package io.feishuhire.connector.create;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.InvalidValue;
import io.feishuhire.connector.feishu.JobTeam;
import io.feishuhire.connector.feishu.Person;
import io.feishuhire.connector.mapping.FieldPatterns;
import io.feishuhire.connector.mapping.InputValue;
import java.util.List;

/**
 * The people of the job, by e-mail address or by id.
 *
 * @param recruiter who runs it
 * @param hiringManagers whom it is for: a list, or text with commas
 * @param assistants who helps: a list, or text with commas; may be left out
 * @param idType what the ids are
 */
public record PeopleInput(
        @TemplateProperty(
                id = "recruiter",
                group = "people",
                label = "Recruiter",
                description = "Who runs the job (招聘负责人): an e-mail address or an ID",
                tooltip =
                        "For example <code>li.lei@example.com</code>: the address in the Feishu profile, not the company mailbox. The app finds people in its data range (通讯录权限范围) only.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.PERSON,
                                                message = "must be an e-mail address or an ID")))
        InputValue recruiter,

        @TemplateProperty(
                id = "hiringManagers",
                group = "people",
                label = "Hiring managers",
                description = "Who asked for the position (用人经理): e-mail addresses or IDs",
                tooltip =
                        "For example <code>han.meimei@example.com</code>, several with commas between them, or a list: <code>=hiringManagers</code>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.PEOPLE,
                                                message = "must be e-mail addresses or IDs")))
        InputValue hiringManagers,

        @TemplateProperty(
                id = "assistants",
                group = "people",
                label = "Assistants",
                description = "Who helps the recruiter (协助人): e-mail addresses or IDs",
                tooltip = "For example <code>wang.wei@example.com</code>, several with commas between them, or a list.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.OPTIONAL_PEOPLE,
                                                message = "must be e-mail addresses or IDs")))
        InputValue assistants,

        @TemplateProperty(
                id = "idType",
                group = "people",
                label = "Type of ID",
                description = "Where people are given by IDs: which IDs these are",
                tooltip =
                        "For example <em>Open ID</em>, which an app gets from Feishu. It does not matter for e-mail addresses.",
                type = PropertyType.Dropdown,
                feel = FeelMode.disabled,
                defaultValue = PeopleInput.Kind.OPEN_ID,
                choices = {
                    @DropdownPropertyChoice(value = PeopleInput.Kind.OPEN_ID, label = "Open ID (open_id)"),
                    @DropdownPropertyChoice(value = PeopleInput.Kind.UNION_ID, label = "Union ID (union_id)"),
                    @DropdownPropertyChoice(value = PeopleInput.Kind.USER_ID, label = "User ID (user_id)")
                })
        InputValue idType) {

    static PeopleInput of(JsonNode json) {
        return new PeopleInput(
                InputValue.of(json, "recruiter"),
                InputValue.of(json, "hiringManagers"),
                InputValue.of(json, "assistants"),
                InputValue.of(json, "idType"));
    }

    /** The values of {@link #idType}. */
    static final class Kind {
        static final String OPEN_ID = "open_id";
        static final String UNION_ID = "union_id";
        static final String USER_ID = "user_id";

        private Kind() {}
    }

    /**
     * The people.
     *
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when one of them has not the form of a person
     */
    JobTeam toTeam() {
        try {
            var managers = people("people.hiringManagers", hiringManagers);
            if (managers.isEmpty()) {
                throw InputValue.invalid("A job needs people.hiringManagers.", "缺少必填字段：people.hiringManagers。");
            }
            return new JobTeam(
                    person("people.recruiter", recruiter),
                    managers,
                    people("people.assistants", assistants),
                    toIdType());
        } catch (InvalidValue tooMany) {
            throw InputValue.invalid("people.recruiter, people.hiringManagers and people.assistants", tooMany);
        }
    }

    private static List<Person> people(String field, InputValue value) {
        return value.items(field).stream().map(item -> person(field, item)).toList();
    }

    private static Person person(String field, InputValue value) {
        return value.id(field, text -> new Person(field, text));
    }

    private Person.IdType toIdType() {
        return switch (idType.text()) {
            case Kind.OPEN_ID, "" -> Person.IdType.OPEN_ID;
            case Kind.UNION_ID -> Person.IdType.UNION_ID;
            case Kind.USER_ID -> Person.IdType.USER_ID;
            default ->
                throw InputValue.invalid(
                        "people.idType is none of the kinds that the element template offers.",
                        "people.idType 不是模板提供的 ID 类型。");
        };
    }
}
