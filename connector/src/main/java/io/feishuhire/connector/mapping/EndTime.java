package io.feishuhire.connector.mapping;

import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something ends, as people and FEEL write it: a date, which ends with its last millisecond in a time zone, or a
 * date and time with a time zone or an offset of its own. FEEL hands its values over as such text.
 */
public final class EndTime {

    /** Where Feishu ends a day, unless the modeler says otherwise. */
    public static final String SHANGHAI = "Asia/Shanghai";

    private static final int MAX_LENGTH = 100;
    private static final Pattern FORM = Pattern.compile("(?<date>\\d{4}-\\d\\d-\\d\\d)"
            + "(T(?<time>\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?)"
            + "(?<offset>Z|[+-]\\d\\d:\\d\\d)?"
            + "(@(?<zone>[A-Za-z0-9_+/-]+)|\\[(?<bracketed>[A-Za-z0-9_:+/-]+)])?)?");

    private EndTime() {}

    /**
     * What two fields say of an end.
     *
     * @param prefix what stands in front of the names of both fields, {@code expiresAt} and {@code timeZone}, for
     *     messages
     * @param expiresAt the end; never when it is left out
     * @param timeZone where a date without a time ends; {@value #SHANGHAI} when it is left out
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when one of them cannot be read
     */
    public static Optional<Instant> of(String prefix, InputValue expiresAt, InputValue timeZone) {
        var zoneName = timeZone.plainText(prefix + "timeZone");
        var zone = zone(prefix + "timeZone", zoneName.isEmpty() ? SHANGHAI : zoneName);
        return Optional.of(expiresAt.plainText(prefix + "expiresAt"))
                .filter(text -> !text.isEmpty())
                .map(text -> parse(prefix + "expiresAt", text, zone));
    }

    /**
     * The time zone of a name such as {@code Asia/Shanghai}, or of an offset such as {@code +08:00}.
     *
     * @param field the name of the input variable, for messages
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when there is no such time zone
     */
    public static ZoneId zone(String field, String text) {
        try {
            if (text.length() <= MAX_LENGTH) {
                return ZoneId.of(text);
            }
        } catch (DateTimeException unknown) {
            // The failure below says it.
        }
        throw InputValue.invalid(
                field + " is not a time zone, such as Asia/Shanghai.", field + " 不是 Asia/Shanghai 这样的时区。");
    }

    /**
     * The moment, to the millisecond.
     *
     * @param field the name of the input variable, for messages
     * @param zoneOfDates where a date without a time ends
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when the text is of another form, or is no
     *     single moment
     */
    public static Instant parse(String field, String text, ZoneId zoneOfDates) {
        var form = FORM.matcher(text.length() <= MAX_LENGTH ? text : "");
        if (!form.matches()) {
            throw unreadable(field);
        }
        try {
            var date = LocalDate.parse(form.group("date"));
            return form.group("time") == null
                    ? date.plusDays(1).atStartOfDay(zoneOfDates).toInstant().minusMillis(1)
                    : moment(field, date.atTime(LocalTime.parse(form.group("time"))), form)
                            .truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException noSuchDateOrZone) {
            throw unreadable(field);
        }
    }

    private static Instant moment(String field, LocalDateTime time, Matcher form) {
        var offset = form.group("offset");
        var zone = form.group("zone") == null ? form.group("bracketed") : form.group("zone");
        if (zone == null) {
            if (offset == null) {
                throw InputValue.invalid(
                        field + " is a date and time without a time zone. Give one, as in 2027-03-31T18:00:00+08:00,"
                                + " or the date alone.",
                        field + " 的日期时间缺少时区，请写成 2027-03-31T18:00:00+08:00 的形式，或只填日期。");
            }
            return time.toInstant(ZoneOffset.of(offset));
        }
        var offsets = ZoneId.of(zone).getRules().getValidOffsets(time);
        var wanted = offset == null && offsets.size() == 1 ? offsets.getFirst() : offset(offset);
        if (wanted == null || !offsets.contains(wanted)) {
            throw InputValue.invalid(
                    field + " is no single moment in its time zone: the clocks change then, or the offset is not that"
                            + " of the zone. Give the offset alone, as in 2027-03-31T18:00:00+08:00.",
                    field + " 在其时区中不是唯一的时刻（正值夏令时切换，或时差与时区不符），请只写时差，例如 2027-03-31T18:00:00+08:00。");
        }
        return time.toInstant(wanted);
    }

    private static ZoneOffset offset(String text) {
        return text == null ? null : ZoneOffset.of(text);
    }

    private static FeishuException unreadable(String field) {
        return InputValue.invalid(
                field + " is neither a date such as 2027-03-31 nor a date and time with its time zone such as"
                        + " 2027-03-31T18:00:00+08:00.",
                field + " 既不是 2027-03-31 这样的日期，也不是 2027-03-31T18:00:00+08:00 这样带时区的日期时间。");
    }
}
