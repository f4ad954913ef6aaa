package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All templates look alike: who knows one finds the way in the others. */
class TemplateFamilyTest {

    private static final Connector MODEL = Connector.PUBLISH_ADVERTISEMENT;
    /** The groups that all have, behind those of the connector. */
    private static final List<String> SHARED_GROUPS =
            List.of("authentication", "connection", "output", "error", "retries");
    /** What has to differ in a shared field: what a text says of the connector, and its own result variable. */
    private static final Set<String> TEXTS_ON_THE_CONNECTOR = Set.of("description", "tooltip");

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void theSharedGroupsComeLastInTheSameOrder(ConnectorTemplate template) {
        var groups = groups(template).stream()
                .map(group -> group.path("id").asText())
                .toList();

        assertThat(groups).hasSizeGreaterThan(SHARED_GROUPS.size()).endsWith(SHARED_GROUPS.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void theSharedGroupsLookTheSame(ConnectorTemplate template) {
        assertThat(sharedGroups(template))
                .isEqualTo(sharedGroups(counterpart(template)))
                .hasSameSizeAs(SHARED_GROUPS);
    }

    @ParameterizedTest
    @MethodSource("templatesAndSharedGroups")
    void aSharedGroupHasTheSameFields(ConnectorTemplate template, String group) {
        assertThat(comparable(template, group)).isNotEmpty().isEqualTo(comparable(counterpart(template), group));
    }

    /** Before the braces are filled in, so that the texts must be the same too. */
    @ParameterizedTest
    @MethodSource("templatesAndSharedGroups")
    void theFieldsOfASharedGroupHaveTheSameTexts(ConnectorTemplate template, String group) {
        assertThat(fields(template.untranslated(), group).map(TemplateFamilyTest::texts))
                .containsExactlyElementsOf(fields(counterpart(template).untranslated(), group)
                        .map(TemplateFamilyTest::texts)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void whatSurroundsTheFieldsIsTheSame(ConnectorTemplate template) {
        assertThat(surroundings(template)).isEqualTo(surroundings(counterpart(template)));
    }

    @ParameterizedTest
    @EnumSource
    void aConnectorHasTheTemplatesThatEveryConnectorHas(Connector connector) {
        assertThat(connector.templates().map(ConnectorTemplate::variant)).containsAll(TemplateVariant.ON_SERVICE_TASK);
    }

    @ParameterizedTest
    @EnumSource
    void namesAndIdsGoTogether(Connector connector) {
        var english = connector.template(TemplateVariant.NORMAL).template();
        var chinese = connector.template(TemplateVariant.CHINESE).template();
        var inCamelCase = Pattern.compile("(?:^|-)([a-z])")
                .matcher(connector.verbAndNoun())
                .replaceAll(first -> first.group(1).toUpperCase(Locale.ROOT));

        assertThat(connector.jobType()).matches("io\\.feishuhire:[a-z-]+:1");
        assertThat(english.path("id").asText()).isEqualTo("io.feishuhire." + inCamelCase + ".v1");
        assertThat(chinese.path("id").asText()).isEqualTo("io.feishuhire." + inCamelCase + ".zh.v1");
        assertThat(english.path("name").asText()).startsWith("Feishu Hire: ").isEqualTo(connector.displayName());
        assertThat(chinese.path("name").asText()).startsWith("飞书招聘：");
        assertThat(connector.annotation().name()).isEqualTo(connector.displayName());
    }

    @ParameterizedTest
    @EnumSource
    void itIsFoundByTheWordsThatFindAll(Connector connector) {
        assertThat(connector.annotation().metadata().keywords())
                .contains("feishu", "lark", "飞书", "飞书招聘", "招聘", "recruiting");
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void theDescriptionAndTheFieldForTheAppNameTheSamePermissions(ConnectorTemplate template) {
        var permissions = template.connector().permissions();
        var appId = fields(template.template(), "authentication")
                .filter(field -> field.path("id").asText().equals("authentication.appId"))
                .findFirst()
                .orElseThrow();

        assertThat(permissions).isNotEmpty();
        assertThat(Connector.permissionsIn(
                        template.template().path("description").asText()))
                .containsExactlyElementsOf(permissions);
        assertThat(Connector.permissionsIn(appId.path("tooltip").asText())).containsExactlyElementsOf(permissions);
    }

    static Stream<Arguments> templatesAndSharedGroups() {
        return ConnectorTemplate.all()
                .flatMap(template -> SHARED_GROUPS.stream().map(group -> Arguments.of(template, group)));
    }

    /** The template that the others look like, in the same language. */
    private static ConnectorTemplate counterpart(ConnectorTemplate template) {
        var isChinese = template.variant() == TemplateVariant.CHINESE;
        return MODEL.template(isChinese ? TemplateVariant.CHINESE : TemplateVariant.NORMAL);
    }

    private static List<ObjectNode> groups(ConnectorTemplate template) {
        return Json.objects(template.template().path("groups")).toList();
    }

    private static List<ObjectNode> sharedGroups(ConnectorTemplate template) {
        return groups(template).stream()
                .filter(group -> SHARED_GROUPS.contains(group.path("id").asText()))
                .toList();
    }

    private static Stream<ObjectNode> fields(ObjectNode template, String group) {
        return Json.objects(template.path("properties"))
                .filter(property -> property.path("group").asText().equals(group));
    }

    private static List<ObjectNode> comparable(ConnectorTemplate template, String group) {
        return fields(template.template(), group)
                .map(TemplateFamilyTest::withoutWhatDiffers)
                .toList();
    }

    private static ObjectNode withoutWhatDiffers(ObjectNode field) {
        field.remove(TEXTS_ON_THE_CONNECTOR);
        if (field.path("id").asText().equals("resultVariable")) {
            field.remove("value");
        }
        return field;
    }

    private static List<JsonNode> texts(JsonNode field) {
        return TEXTS_ON_THE_CONNECTOR.stream().map(field::path).toList();
    }

    private static List<JsonNode> surroundings(ConnectorTemplate template) {
        return Stream.of("$schema", "category", "engines", "icon")
                .map(key -> template.template().path(key))
                .toList();
    }
}
