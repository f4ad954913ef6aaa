package io.feishuhire.connector.choices;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.ChoiceList;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.LocalizedName.Language;
import io.feishuhire.connector.mapping.FieldPatterns;
import io.feishuhire.connector.mapping.InputValue;

/**
 * What to list, and how.
 *
 * @param of which list
 * @param language {@value In#EN}, {@value In#ZH} or {@value In#BOTH} (also when absent)
 * @param filter a part of the names that are wanted; may be left out
 * @param root for departments: the one to begin at; {@code 0}, the company, when absent
 */
public record ListInput(
        @TemplateProperty(
                id = "of",
                group = "list",
                label = "List",
                description = "What people choose from",
                tooltip =
                        "For example <em>Recruitment channels</em>: the referral platform and all recruitment websites."
                                + " What permission the app needs for each list stands in the README.",
                type = PropertyType.Dropdown,
                feel = FeelMode.disabled,
                defaultValue = ListInput.Of.CHANNELS,
                choices = {
                    @DropdownPropertyChoice(value = ListInput.Of.CHANNELS, label = "Recruitment channels (招聘渠道)"),
                    @DropdownPropertyChoice(value = ListInput.Of.JOB_PROCESSES, label = "Hiring processes (招聘流程)"),
                    @DropdownPropertyChoice(value = ListInput.Of.JOB_TYPES, label = "Job types (职位类别)"),
                    @DropdownPropertyChoice(value = ListInput.Of.JOB_FUNCTIONS, label = "Job functions (职能分类)"),
                    @DropdownPropertyChoice(value = ListInput.Of.LOCATIONS, label = "Locations (地址)"),
                    @DropdownPropertyChoice(value = ListInput.Of.SUBJECTS, label = "Subjects (项目)"),
                    @DropdownPropertyChoice(value = ListInput.Of.DEPARTMENTS, label = "Departments (部门)"),
                    @DropdownPropertyChoice(value = ListInput.Of.JOBS, label = "Jobs changed lately (近期变更的职位)")
                })
        InputValue of,

        @TemplateProperty(
                id = "language",
                group = "list",
                label = "Language",
                description = "In which language the labels are; where a name is missing, the other language is shown",
                tooltip = "For example <em>Both</em> shows <code>社招官网 (Careers)</code>.",
                type = PropertyType.Dropdown,
                feel = FeelMode.disabled,
                defaultValue = ListInput.In.BOTH,
                choices = {
                    @DropdownPropertyChoice(value = ListInput.In.EN, label = "English"),
                    @DropdownPropertyChoice(value = ListInput.In.ZH, label = "Chinese (中文)"),
                    @DropdownPropertyChoice(value = ListInput.In.BOTH, label = "Both")
                })
        InputValue language,

        @TemplateProperty(
                id = "filter",
                group = "list",
                label = "Filter",
                description = "Lists only names that have this text in them; for lists of more than 500",
                tooltip = "For example <code>=partOfName</code>. Upper and lower case do not matter.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true)
        InputValue filter,

        @TemplateProperty(
                id = "root",
                group = "list",
                label = "Root department",
                description = "The department whose sub-departments are listed",
                tooltip = "For example <code>0</code>, the whole company, or the <code>open_department_id</code> of a"
                        + " department. The app sees only what is in its data range (通讯录权限范围).",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "0",
                condition = @PropertyCondition(property = "list.of", equals = ListInput.Of.DEPARTMENTS),
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.DEPARTMENT,
                                                message = "must be a department ID: letters, digits, - and _, at most"
                                                        + " 64")))
        InputValue root) {

    /** The values of {@link #of}. */
    static final class Of {
        static final String CHANNELS = "channels";
        static final String JOB_PROCESSES = "job-processes";
        static final String JOB_TYPES = "job-types";
        static final String JOB_FUNCTIONS = "job-functions";
        static final String LOCATIONS = "locations";
        static final String SUBJECTS = "subjects";
        static final String DEPARTMENTS = "departments";
        static final String JOBS = "jobs";

        private Of() {}
    }

    /** The values of {@link #language}. */
    static final class In {
        static final String EN = "en";
        static final String ZH = "zh";
        static final String BOTH = "both";

        private In() {}
    }

    /** Constants of the record itself would be fields of the template. */
    private static final class Bounds {
        static final int MAX_FILTER = 200;
        static final String COMPANY = "0";

        private Bounds() {}
    }

    static ListInput of(JsonNode list) {
        return new ListInput(
                InputValue.of(list, "of"),
                InputValue.of(list, "language"),
                InputValue.of(list, "filter"),
                InputValue.of(list, "root"));
    }

    /**
     * The list.
     *
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when there is no such list
     */
    ChoiceList toList() {
        return switch (of.text()) {
            case Of.CHANNELS -> ChoiceList.CHANNELS;
            case Of.JOB_PROCESSES -> ChoiceList.JOB_PROCESSES;
            case Of.JOB_TYPES -> ChoiceList.JOB_TYPES;
            case Of.JOB_FUNCTIONS -> ChoiceList.JOB_FUNCTIONS;
            case Of.LOCATIONS -> ChoiceList.LOCATIONS;
            case Of.SUBJECTS -> ChoiceList.SUBJECTS;
            case Of.DEPARTMENTS -> ChoiceList.DEPARTMENTS;
            case Of.JOBS -> ChoiceList.JOBS;
            default ->
                throw InputValue.invalid(
                        "list.of is none of the lists that the element template offers.", "list.of 不是模板提供的列表。");
        };
    }

    /**
     * The language of the labels.
     *
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when there is no such language
     */
    Language toLanguage() {
        return switch (language.plainText("list.language")) {
            case In.EN -> Language.EN;
            case In.ZH -> Language.ZH;
            case In.BOTH, "" -> Language.BOTH;
            default ->
                throw InputValue.invalid(
                        "list.language is none of " + In.EN + ", " + In.ZH + " and " + In.BOTH + ".",
                        "list.language 应为 " + In.EN + "、" + In.ZH + " 或 " + In.BOTH + "。");
        };
    }

    /**
     * The filter; empty for none.
     *
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when it is too long, or no text
     */
    String toFilter() {
        var text = filter.plainText("list.filter");
        if (text.length() > Bounds.MAX_FILTER) {
            throw InputValue.invalid(
                    "list.filter is longer than " + Bounds.MAX_FILTER + " characters.",
                    "list.filter 超过 " + Bounds.MAX_FILTER + " 个字符。");
        }
        return text;
    }

    /**
     * The department to begin at; the company where none is given.
     *
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when it is no text
     */
    String toRoot() {
        var text = root.plainText("list.root");
        return text.isEmpty() ? Bounds.COMPANY : text;
    }
}
