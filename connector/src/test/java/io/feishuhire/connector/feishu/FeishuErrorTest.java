package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of BPMN errors in the design, row by row. */
class FeishuErrorTest {

    @ParameterizedTest(name = "{0} means {1}, which is {2}")
    @CsvSource(textBlock = """
            1002613,  API_SYNC_DISABLED,           permanent
            1002609,  JOB_CLOSED,                  permanent
            1002601,  JOB_NOT_FOUND,               permanent
            1002207,  JOB_NOT_FOUND,               permanent
            1002624,  ADVERTISEMENT_NOT_COMPLIANT, permanent
            1002002,  INVALID_PARAMETER,           permanent
            99991201, INVALID_PARAMETER,           permanent
            99991301, INVALID_PARAMETER,           permanent
            99992402, INVALID_PARAMETER,           permanent
            9499,     INVALID_PARAMETER,           permanent
            1000001,  INVALID_PARAMETER,           permanent
            1000002,  INVALID_PARAMETER,           permanent
            1002603,  INVALID_PARAMETER,           permanent
            1002604,  INVALID_PARAMETER,           permanent
            1002605,  INVALID_PARAMETER,           permanent
            1002606,  INVALID_PARAMETER,           permanent
            1002607,  INVALID_PARAMETER,           permanent
            1002608,  INVALID_PARAMETER,           permanent
            1002622,  INVALID_PARAMETER,           permanent
            1002623,  INVALID_PARAMETER,           permanent
            1002630,  INVALID_PARAMETER,           permanent
            99992351, INVALID_PARAMETER,           permanent
            99992361, INVALID_PARAMETER,           permanent
            99992364, INVALID_PARAMETER,           permanent
            99992381, INVALID_PARAMETER,           permanent
            1002001,  SYSTEM_ERROR,                transient
            2200,     SYSTEM_ERROR,                transient
            1020001,  SYSTEM_ERROR,                transient
            1000003,  SYSTEM_ERROR,                transient
            1500,     SYSTEM_ERROR,                transient
            5000,     SYSTEM_ERROR,                transient
            1002631,  SYSTEM_ERROR,                transient
            1002619,  SYSTEM_ERROR,                transient
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
            20013,    AUTHENTICATION_FAILED,       permanent
            20014,    AUTHENTICATION_FAILED,       permanent
            99991674, AUTHENTICATION_FAILED,       permanent
            99991675, AUTHENTICATION_FAILED,       permanent
            99991672, PERMISSION_DENIED,           permanent
            99991676, PERMISSION_DENIED,           permanent
            41050,    PERMISSION_DENIED,           permanent
            40004,    PERMISSION_DENIED,           permanent
            40014,    PERMISSION_DENIED,           permanent
            99991662, APP_UNAVAILABLE,             permanent
            99991673, APP_UNAVAILABLE,             permanent
            212100,   APP_UNAVAILABLE,             permanent
            90003087, APP_UNAVAILABLE,             permanent
            90003088, APP_UNAVAILABLE,             permanent
            99991401, IP_NOT_ALLOWED,              permanent
            99991403, QUOTA_EXHAUSTED,             permanent
            """)
    void aCodeOfFeishusMeansOneErrorOfOneKind(int code, FeishuError error, String kind) {
        assertThat(FeishuError.ofCode(code)).contains(error);
        assertThat(error.kind().name().toLowerCase(Locale.ROOT)).isEqualTo(kind);
    }

    /** But for the ids of the wrong kind, a range of which the table has the ends. */
    @Test
    void theTableAboveIsWhole() throws NoSuchMethodException {
        var table = FeishuErrorTest.class
                .getDeclaredMethod("aCodeOfFeishusMeansOneErrorOfOneKind", int.class, FeishuError.class, String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        var rows = table.lines()
                .map(row -> Integer.valueOf(row.substring(0, row.indexOf(',')).strip()))
                .toList();

        assertThat(Arrays.stream(FeishuError.values())
                        .flatMapToInt(FeishuError::codes)
                        .boxed())
                .doesNotHaveDuplicates()
                .filteredOn(code -> code < 99992351 || code > 99992381)
                .filteredOn(code -> !rows.contains(code))
                .as("codes of the catalogue that have no row in the table of this test")
                .isEmpty();
        assertThat(rows).doesNotHaveDuplicates();
    }

    @Test
    void everyIdOfTheWrongKindAppOrTenantIsAnInvalidParameter() {
        assertThat(IntStream.rangeClosed(99992351, 99992381).mapToObj(FeishuError::ofCode))
                .containsOnly(Optional.of(FeishuError.INVALID_PARAMETER));
    }

    @ParameterizedTest
    @ValueSource(ints = {4711, 99992350, 99992382, 1002616, 1002509, 1002502})
    void aCodeThatIsNotInTheTableHasNoError(int code) {
        assertThat(FeishuError.ofCode(code)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theAdviceIsWholeSentencesInBothLanguages(FeishuError error) {
        for (var operation : FeishuOperation.values()) {
            assertThat(error.advice(operation).en())
                    .matches("[A-Z].{60,}[^\\p{IsHan}]\\.")
                    .doesNotContain("  ", "{", "}", "..");
            assertThat(error.advice(operation).zh())
                    .matches(".*\\p{IsHan}{6,}.*。")
                    .hasSizeGreaterThan(30)
                    .doesNotContain("{", "}", "。。");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PUBLISH")
    void onlyWhereSomethingWasToBePublishedTheAdviceSaysToPublishAgain(FeishuOperation operation) {
        assertThat(FeishuError.values()).allSatisfy(error -> {
            assertThat(error.advice(operation).en()).doesNotContainIgnoringCase("publish again", "is published");
            assertThat(error.advice(operation).zh()).doesNotContain("重新发布", "再次发布");
        });
    }

    @Test
    void theAdviceNamesThePermissionsThatFeishuAskedFor() {
        var advice = FeishuError.PERMISSION_DENIED.advice(
                FeishuOperation.PUBLISH, List.of("hire:site:readonly", "hire:site"));

        assertThat(advice.en()).contains("hire:site:readonly or hire:site in").doesNotContain("hire:advertisement");
        assertThat(advice.zh()).contains("hire:site:readonly 或 hire:site 权限").doesNotContain("hire:advertisement");
    }
}
