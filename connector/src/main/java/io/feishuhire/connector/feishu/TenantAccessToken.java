package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One token, with its times in nanoseconds of a monotonic ticker. What counts is the fetch that it came with, not its
 * text: Feishu may give the same text again, and many threads that are refused together must not fetch one after the
 * other.
 */
final class TenantAccessToken {

    private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    /** Nothing is assumed of a token but that it fits into a header; those of today have 4 KB at most. */
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    /** In a bulk that lacks a permission, one job in this time asks for a token. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(10);

    private final String value;
    private final long askedAt;
    private volatile long endsAt;
    private volatile long renewAt;
    private volatile boolean unprovenReplacement;

    private TenantAccessToken(String value, long askedAt, long endsAt, long renewAt, boolean replacement) {
        this.value = value;
        this.askedAt = askedAt;
        this.endsAt = endsAt;
        this.renewAt = renewAt;
        this.unprovenReplacement = replacement;
    }

    /**
     * Takes the token out of Feishu's answer ("自建应用获取 tenant_access_token": at top level, {@code expire} in seconds).
     *
     * @param askedAt when the request was sent: its life began no earlier
     * @param replacement whether it takes the place of one that Feishu refused
     * @throws FeishuException with {@link FeishuError#UNAVAILABLE} when there is none, or none that is still alive
     */
    static TenantAccessToken from(FeishuReply reply, long askedAt, boolean replacement) {
        var text = reply.body().path("tenant_access_token").textValue();
        var value = text == null ? "" : text;
        var expire = reply.body().path("expire");
        var lifeSeconds = expire.isIntegralNumber() && expire.canConvertToLong() ? expire.longValue() : 0;
        if (!HEADER_SAFE.matcher(value).matches() || lifeSeconds <= 0) {
            throw new FeishuException(
                    reply.withoutResult("Feishu's answer to the request for a tenant access token holds none."));
        }
        var life = Duration.ofSeconds(Math.min(lifeSeconds, LONGEST_LIFE.toSeconds()));
        var lead = life.compareTo(RENEW_BEFORE_END.multipliedBy(2)) < 0 ? life.dividedBy(2) : RENEW_BEFORE_END;
        var endsAt = askedAt + life.toNanos();
        return new TenantAccessToken(value, askedAt, endsAt, endsAt - lead.toNanos(), replacement);
    }

    String value() {
        return value;
    }

    boolean isAlive(long now) {
        return now - endsAt < 0;
    }

    /** Whether it can be used and it is too early to renew it. */
    boolean isFresh(long now) {
        return now - renewAt < 0 && isAlive(now);
    }

    /**
     * Whether it replaced a refused token and Feishu has accepted it for nothing yet. If Feishu refuses this one, too,
     * a third would fare no better.
     */
    boolean isUnprovenReplacement() {
        return unprovenReplacement;
    }

    /** Feishu accepted it. */
    void prove() {
        if (unprovenReplacement) {
            unprovenReplacement = false;
        }
    }

    /** Ends its use soon, because an administrator's change shows only in a token that was fetched after it. */
    void expireSoon() {
        var soon = askedAt + SHORTEST_LIFE.toNanos();
        if (soon - endsAt < 0) {
            endsAt = soon;
        }
    }

    void renewAt(long time) {
        renewAt = time;
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "TenantAccessToken[<redacted>]";
    }
}
