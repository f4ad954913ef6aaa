package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.feishuhire.connector.feishu.LocalizedName.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalizedNameTest {

    private static final String SMILE = "\uD83D\uDE00";

    @ParameterizedTest
    @CsvSource({
        "Careers, 社招官网, Careers, 社招官网, 社招官网 (Careers)",
        "'', 社招官网, 社招官网, 社招官网, 社招官网",
        "Careers, '', Careers, Careers, Careers",
        "Careers, Careers, Careers, Careers, Careers",
        "'', '', '', '', ''"
    })
    void aNameThatIsMissingInOneLanguageIsShownInTheOther(
            String en, String zh, String inEnglish, String inChinese, String inBoth) {
        var name = new LocalizedName(en, zh);

        assertThat(name.in(Language.EN)).isEqualTo(inEnglish);
        assertThat(name.in(Language.ZH)).isEqualTo(inChinese);
        assertThat(name.in(Language.BOTH)).isEqualTo(inBoth);
    }

    @Test
    void aNameIsCutAfter200Characters() {
        assertThat(shown("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(shown("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    }

    /** Half a character is no text: it is lost, or fails, wherever it is encoded. */
    @Test
    void aNameIsNotCutWithinACharacter() {
        assertThat(shown("x".repeat(199) + SMILE)).isEqualTo("x".repeat(199) + "…");
        assertThat(shown("x".repeat(198) + SMILE + "y")).isEqualTo("x".repeat(198) + SMILE + "…");
    }

    private static String shown(String name) {
        return LocalizedName.of(JsonNodeFactory.instance.objectNode().put("zh_cn", name))
                .zh();
    }
}
