package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateSchemaTest {

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void aTemplateFollowsCamundasSchema(ConnectorTemplate template) throws IOException {
        assertThat(schema().validate(template.json(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaRefusesATemplateOfAnUnknownBinding() throws IOException {
        var broken = Connector.PUBLISH_ADVERTISEMENT
                .template(TemplateVariant.NORMAL)
                .json()
                .replace("\"zeebe:input\"", "\"zeebe:inputs\"");

        assertThat(schema().validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        try (var json =
                TemplateSchemaTest.class.getResourceAsStream("/zeebe-element-templates-json-schema/schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(json);
        }
    }
}
