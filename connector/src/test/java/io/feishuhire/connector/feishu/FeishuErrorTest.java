package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of BPMN errors in the design, row by row. */
class FeishuErrorTest {

    @ParameterizedTest(name = "{0} means {1}, which is {2}")
    @CsvSource(textBlock = """
            1002613,  API_SYNC_DISABLED,           permanent
            1002609,  JOB_CLOSED,                  permanent
            1002624,  ADVERTISEMENT_NOT_COMPLIANT, permanent
            1002002,  INVALID_PARAMETER,           permanent
            99991201, INVALID_PARAMETER,           permanent
            99991301, INVALID_PARAMETER,           permanent
            99992402, INVALID_PARAMETER,           permanent
            1002001,  SYSTEM_ERROR,                transient
            2200,     SYSTEM_ERROR,                transient
            99991400, RATE_LIMITED,                throttled
            1000004,  RATE_LIMITED,                throttled
            1000005,  RATE_LIMITED,                throttled
            10003,    AUTHENTICATION_FAILED,       permanent
            10005,    AUTHENTICATION_FAILED,       permanent
            10012,    AUTHENTICATION_FAILED,       permanent
            10013,    AUTHENTICATION_FAILED,       permanent
            10014,    AUTHENTICATION_FAILED,       permanent
            10015,    AUTHENTICATION_FAILED,       permanent
            99991543, AUTHENTICATION_FAILED,       permanent
            99991661, AUTHENTICATION_FAILED,       permanent
            99991663, AUTHENTICATION_FAILED,       permanent
            99991664, AUTHENTICATION_FAILED,       permanent
            99991665, AUTHENTICATION_FAILED,       permanent
            99991668, AUTHENTICATION_FAILED,       permanent
            99991671, AUTHENTICATION_FAILED,       permanent
            99991677, AUTHENTICATION_FAILED,       permanent
            99991679, AUTHENTICATION_FAILED,       permanent
            99991672, PERMISSION_DENIED,           permanent
            99991676, PERMISSION_DENIED,           permanent
            99991662, APP_UNAVAILABLE,             permanent
            99991673, APP_UNAVAILABLE,             permanent
            99991401, IP_NOT_ALLOWED,              permanent
            99991403, QUOTA_EXHAUSTED,             permanent
            """)
    void aCodeOfFeishusMeansOneErrorOfOneKind(int code, FeishuError error, String kind) {
        assertThat(FeishuError.ofCode(code)).contains(error);
        assertThat(error.kind().name().toLowerCase(Locale.ROOT)).isEqualTo(kind);
    }

    @Test
    void theTableAboveIsWhole() {
        assertThat(Arrays.stream(FeishuError.values()).flatMapToInt(FeishuError::codes))
                .hasSize(33)
                .doesNotHaveDuplicates();
    }

    @Test
    void aCodeThatNobodyKnowsHasNoError() {
        assertThat(FeishuError.ofCode(4711)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theAdviceIsWholeSentencesInBothLanguages(FeishuError error) {
        assertThat(error.advice().en()).matches("[A-Z].{60,}[^\\p{IsHan}]\\.").doesNotContain("  ");
        assertThat(error.advice().zh()).matches(".*\\p{IsHan}{6,}.*。").hasSizeGreaterThan(40);
    }
}
