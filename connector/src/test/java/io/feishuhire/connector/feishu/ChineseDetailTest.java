package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChineseDetailTest {

    @ParameterizedTest
    @EnumSource(ConnectionTrouble.class)
    void everyTroubleHasChineseWords(ConnectionTrouble trouble) {
        assertThat(ChineseDetail.of(trouble.sentence(false))).isPresent();
        assertThat(ChineseDetail.of(trouble.sentence(true))).isPresent();
        assertThat(trouble.sentence(true).contains("proxy"))
                .isEqualTo(
                        ChineseDetail.of(trouble.sentence(true)).orElseThrow().contains("代理"));
    }

    @ParameterizedTest
    @CsvSource({"407, CONNECTOR_HTTPS_PROXY_PASSWORD", "502, 代理本身", "403, 访问规则"})
    void theProxysStatusIsKept(int status, String said) {
        assertThat(ChineseDetail.of(ConnectionTrouble.proxyRefused(status)).orElseThrow())
                .contains(Integer.toString(status), said);
    }

    @Test
    void theTimeIsKept() {
        assertThat(FeishuFailure.timedOut(Duration.ofMillis(1_500)).detailZh()).hasValue("1.5 秒内没有收到完整的响应。");
    }

    @Test
    void whatHasNoChineseWordsIsLeftOut() {
        assertThat(FeishuFailure.unavailable("The call failed (X).").detailZh()).isEmpty();
    }
}
