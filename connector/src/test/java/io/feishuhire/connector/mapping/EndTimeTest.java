package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.FeishuFailure;
import java.time.Instant;
import java.time.ZoneId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Feishu writes the end of a day in Shanghai so itself: 1722441599999 is 2024-07-31 there. */
    @ParameterizedTest
    @CsvSource({
        "2024-07-31, Asia/Shanghai, 2024-07-31T15:59:59.999Z",
        "2027-03-31, Asia/Shanghai, 2027-03-31T15:59:59.999Z",
        "2027-03-31, UTC, 2027-03-31T23:59:59.999Z",
        "2027-03-31, +08:00, 2027-03-31T15:59:59.999Z",
        "2027-03-31, America/New_York, 2027-04-01T03:59:59.999Z",
        "2027-03-28, Europe/Berlin, 2027-03-28T21:59:59.999Z",
        "2028-02-29, Europe/Berlin, 2028-02-29T22:59:59.999Z",
        "2027-12-31, Pacific/Kiritimati, 2027-12-31T09:59:59.999Z"
    })
    void aDateEndsWithItsLastMillisecondInItsTimeZone(String text, String zone, String moment) {
        assertThat(EndTime.parse("f", text, EndTime.zone("z", zone))).isEqualTo(Instant.parse(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-31T18:00:00+08:00",
                "2027-03-31T18:00+08:00",
                "2027-03-31T10:00:00Z",
                "2027-03-31T10:00:00.000000Z",
                "2027-03-31T10:00:00.000999Z",
                "2027-03-31T18:00:00@Asia/Shanghai",
                "2027-03-31T18:00:00[Asia/Shanghai]",
                "2027-03-31T18:00:00+08:00[Asia/Shanghai]",
                "2027-03-31T18:00:00+08:00@Asia/Shanghai",
                "2027-03-31T18:00:00+08:00[GMT+08:00]",
                "2027-03-31T12:00:00@Europe/Berlin",
                "2027-03-31T10:00:00Z[UTC]",
                "2027-03-31T06:00:00-04:00"
            })
    void aDateAndTimeIsTheMomentThatItsOwnTimeZoneSays(String text) {
        assertThat(EndTime.parse("f", text, ZoneId.of("Pacific/Apia")))
                .isEqualTo(Instant.parse("2027-03-31T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-31T02:30:00+02:00[Europe/Berlin], 2027-10-31T00:30:00Z",
        "2027-10-31T02:30:00+01:00[Europe/Berlin], 2027-10-31T01:30:00Z"
    })
    void anOffsetSaysWhichOfTwoHoursItIs(String text, String moment) {
        assertThat(EndTime.parse("f", text, SHANGHAI)).isEqualTo(Instant.parse(moment));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-31T02:30:00@Europe/Berlin",
        "2027-03-28T02:30:00@Europe/Berlin",
        "2027-03-28T02:30:00+01:00[Europe/Berlin]",
        "2027-03-31T18:00:00+01:00[Asia/Shanghai]",
        "2027-03-31T18:00:00Z@Asia/Shanghai"
    })
    void whatIsNoSingleMomentIsRefused(String text) {
        assertRefused(
                () -> EndTime.parse("expiresAt", text, SHANGHAI),
                "expiresAt is no single moment in its time zone",
                "expiresAt 在其时区中不是唯一的时刻");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-31T18:00:00", "2027-03-31T18:00", "2027-03-31T18:00:00.5"})
    void aDateAndTimeWithoutATimeZoneIsRefused(String text) {
        assertRefused(
                () -> EndTime.parse("expiresAt", text, SHANGHAI),
                "expiresAt is a date and time without a time zone",
                "expiresAt 的日期时间缺少时区");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "2027-02-29",
                "2027-13-01",
                "2027-3-31",
                "27-03-31",
                "20270331",
                "2027/03/31",
                "31.03.2027",
                "２０２７-03-31",
                "1806508799999",
                "2027-03-31 18:00:00+08:00",
                "2027-03-31t18:00:00z",
                "2027-03-31T24:00:00Z",
                "2027-03-31T18:60:00Z",
                "2027-03-31T18:00:60Z",
                "2027-03-31T18:00:00+19:00",
                "2027-03-31T18:00:00+8",
                "2027-03-31T18:00:00@Asia/Nowhere",
                "2027-03-31T18:00:00@",
                "2027-03-31T18:00:00[]",
                "2027-03-31T18:00:00[Asia/Shanghai",
                "2027-03-31@Asia/Shanghai",
                "2027-03-31+08:00",
                "2027-03-31Z",
                "+12027-03-31",
                "-2027-03-31",
                "2027-03-31\n",
                "today()"
            })
    void aTextOfAnotherFormIsRefusedWithoutBeingRepeated(String text) {
        assertRefused(
                () -> EndTime.parse("expiresAt", text, SHANGHAI),
                "expiresAt is neither a date such as 2027-03-31 nor",
                "expiresAt 既不是 2027-03-31 这样的日期");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2027-03-31T", "2027-03-31T18:00:00@A/", "[", "é"})
    void aTextOfAnyLengthIsRefusedBeforeAPatternSeesIt(String piece) {
        assertRefused(
                () -> EndTime.parse("expiresAt", piece.repeat(100_000), SHANGHAI),
                "expiresAt is neither a date",
                "expiresAt 既不是");
        assertRefused(
                () -> EndTime.zone("timeZone", piece.repeat(100_000)), "timeZone is not a time zone", "timeZone 不是");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Nowhere", "asia/shanghai", "Beijing", "hunter2", "+25:00", "8", "中国", "../etc"})
    void aTimeZoneThatThereIsNotIsRefused(String text) {
        assertRefused(
                () -> EndTime.zone("timeZone", text),
                "timeZone is not a time zone, such as Asia/Shanghai",
                "timeZone 不是 Asia/Shanghai 这样的时区");
    }

    private static void assertRefused(ThrowingCallable parse, String en, String zh) {
        var thrown = catchThrowableOfType(FeishuException.class, parse);
        assertThat(thrown).as("refused").isNotNull().hasNoCause();
        FeishuFailure failure = thrown.failure();
        assertThat(failure.error()).isEqualTo(FeishuError.INVALID_PARAMETER);
        assertThat(failure.message()).startsWith(en).hasSizeLessThan(300).doesNotContain("hunter2", "Nowhere");
        assertThat(failure.ownAdvice().orElseThrow().zh()).startsWith(zh);
    }
}
