package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChineseTextsTest {

    private static final Connector CONNECTOR = Connector.PUBLISH_ADVERTISEMENT;

    @Test
    void aTextOfTheConnectorAndASharedOneAreTranslated() throws IOException {
        var template = template("{'name': 'Publish', 'groups': [{'id': 'a', 'label': 'Credentials'}]}");

        ChineseTexts.of(template("{'shared': {'Credentials': '凭证'}, 'publish-advertisement': {'Publish': '发布'}}"))
                .translate(template, CONNECTOR);

        assertThat(template).isEqualTo(template("{'name': '发布', 'groups': [{'id': 'a', 'label': '凭证'}]}"));
    }

    @Test
    void aTextWithoutChineseIsReported() throws IOException {
        var template = template("{'name': 'Publish', 'description': 'A new text'}");
        var texts = ChineseTexts.of(template("{'shared': {'Publish': '发布'}}"));

        assertThatThrownBy(() -> texts.translate(template, CONNECTOR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("It has no Chinese for \"A new text\".");
    }

    @Test
    void chineseForATextThatIsGoneIsReported() throws IOException {
        var template = template("{'name': 'Publish'}");
        var texts = ChineseTexts.of(template("{'publish-advertisement': {'Publish': '发布', 'An old text': '旧'}}"));

        assertThatThrownBy(() -> texts.translate(template, CONNECTOR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "section publish-advertisement: It has Chinese for what no longer is a text of the template: \"An old text\".");
    }

    @Test
    void aTextThatTwoSectionsTranslateIsReported() throws IOException {
        var sections = template("{'shared': {'Publish': '发布'}, 'publish-advertisement': {'Publish': '发布职位'}}");

        assertThatThrownBy(() -> ChineseTexts.of(sections))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("translates Publish twice");
    }

    @Test
    void everySharedTextIsOneOfATemplate() {
        var texts = ConnectorTemplate.all()
                .flatMap(template -> ChineseTexts.textsOf(template.untranslated()).stream())
                .toList();

        assertThat(texts).containsAll(ChineseTexts.read().shared());
    }

    private static ObjectNode template(String json) throws IOException {
        return Json.parse(json.replace('\'', '"'));
    }
}
