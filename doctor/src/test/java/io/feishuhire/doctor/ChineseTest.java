package io.feishuhire.doctor;

import static io.feishuhire.sandbox.FeishuSandbox.DEFAULT_APP_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseTest {

    /** Three English words in a row are a sentence that was left in English. */
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");

    @Test
    void everythingIsToldInChinese() {
        try (var sandbox = Consultation.sandbox()) {
            assertChinese(Consultation.of(sandbox, "--lang", "zh"), "一切正常");
            sandbox.revokeScope(DEFAULT_APP_ID, "hire:job");
            sandbox.revokeScope(DEFAULT_APP_ID, "hire:job.composite_info:readonly");
            sandbox.clearWebsites();
            assertChinese(Consultation.of(sandbox, "--lang", "zh"), "新建职位（缺少 hire:job）");
            sandbox.always(Endpoint.SCOPES, Reply.gatewayFailure());
            assertChinese(Consultation.of(sandbox, "--lang", "zh"), "不是飞书开放平台的响应");
            sandbox.changeSecret(DEFAULT_APP_ID, "another");
            assertChinese(Consultation.of(sandbox, "--lang", "zh"), "App Secret 有误");
            assertChinese(Consultation.of(sandbox, "--lang", "zh", "--help"), "退出码");
            assertChinese(Consultation.of(sandbox, "--lang", "zh", "--nonsense"), "无法识别");
        }
    }

    @Test
    void aConnectionThatFailsIsToldInChinese() {
        var environment = Consultation.environment(URI.create("http://127.0.0.1:1"));

        assertChinese(Consultation.of(environment, "--lang", "zh"), "连接被拒绝");
    }

    @ParameterizedTest
    @CsvSource({"HTTPS_PROXY,                   http://p:1, 不会使用代理", "CONNECTOR_HTTP_NON_PROXY_HOSTS, 'a,b',     逗号"})
    void anOversightIsToldInChinese(String name, String value, String said) {
        var environment = Consultation.environment(URI.create("http://127.0.0.1:1"));
        environment.put(name, value);

        assertChinese(Consultation.of(environment, "--lang", "zh"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "zh_CN.UTF-8, ,            en, ZH",
        "en_US.UTF-8, ,            zh, EN",
        "en_US.UTF-8, zh_CN.UTF-8, en, ZH",
        ",            ,            zh, ZH",
        "C,           ,            zh, EN",
        ",            ,            de, EN"
    })
    void theLanguageIsThatOfTheMachine(String lang, String lcAll, String java, Language expected) {
        var environment = Map.of("LANG", lang == null ? "" : lang, "LC_ALL", lcAll == null ? "" : lcAll);

        assertThat(Language.of(environment, Locale.of(java))).isEqualTo(expected);
    }

    private static void assertChinese(Consultation consultation, String said) {
        assertThat(consultation.text()).contains(said).doesNotContainPattern(ENGLISH);
    }

    @Test
    void theAppIdOfTheSandboxIsNotPrinted() {
        try (var sandbox = Consultation.sandbox()) {
            assertThat(Consultation.of(sandbox).text()).doesNotContain(FeishuSandbox.DEFAULT_APP_ID);
        }
    }
}
