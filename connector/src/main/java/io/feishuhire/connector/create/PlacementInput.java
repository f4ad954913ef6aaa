package io.feishuhire.connector.create;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.mapping.InputValue;

/**
 * Where the position is.
 *
 * @param departmentId the department
 * @param addressIds the locations: a list, or text with commas; may be left out
 */
public record PlacementInput(
        @TemplateProperty(
                id = "departmentId",
                group = "placement",
                label = "Department",
                description = "The ID of the department (open_department_id)",
                tooltip = "For example <code>=departmentId</code>, from <em>List choices</em>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints = @PropertyConstraints(notEmpty = true))
        InputValue departmentId,

        @TemplateProperty(
                id = "addressIds",
                group = "placement",
                label = "Locations",
                description = "The IDs of the locations (地址)",
                tooltip =
                        "For example <code>=addressIds</code>, from <em>List choices</em>; several with commas between them, or a list.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true)
        InputValue addressIds) {

    static PlacementInput of(JsonNode json) {
        return new PlacementInput(InputValue.of(json, "departmentId"), InputValue.of(json, "addressIds"));
    }

    /** Puts these fields into the body; see {@link JobFields}. */
    void addTo(JobFields fields) {
        fields.id("placement.departmentId", departmentId, "department_id");
        fields.ids("placement.addressIds", addressIds, "address_id_list");
    }
}
