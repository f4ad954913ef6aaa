package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Looks what a Feishu app may do. Nothing is published, created or changed: each call is the token's or a read.
 *
 * <p>Each method takes four times the timeout at most, and half a second before each request. Interrupting the thread
 * ends it at once.
 */
public final class AppInspection {

    private static final Set<Integer> PERMISSION_MISSING = Set.of(99991672, 99991676);
    private static final String GRANTED = "1";

    /** Feishu documents no limit for this call, so that of other calls is used. */
    private static final ApiCall SCOPES =
            ApiCall.get(ApiCall.RateLimit.ofSecond("scopes", 10), "/open-apis/application/v6/scopes");

    private final ApiClient api;

    AppInspection(ApiClient api) {
        this.api = api;
    }

    /**
     * Gets a token ("自建应用获取 tenant_access_token"), which shows whether Feishu is reached and takes app id and secret.
     *
     * @param timeout the longest that one HTTP exchange may take, from connecting to the last byte of the reply
     * @throws FeishuException when there is no token
     */
    public void signIn(FeishuApp app, Duration timeout) {
        var unused = api.tokens().get(app, timeout);
    }

    /**
     * The permissions that the tenant has granted the app ("查询租户授权状态"). The call needs no permission itself.
     *
     * @param timeout as for {@link #signIn}
     * @return their names at Feishu, such as {@code hire:advertisement}
     * @throws FeishuException when Feishu does not tell
     */
    public Set<String> granted(FeishuApp app, Duration timeout) {
        try (var session = session(app, timeout)) {
            var reply = session.execute(SCOPES);
            var scopes = reply.data().path("scopes");
            if (!scopes.isArray()) {
                throw new FeishuException(reply.withoutResult("Feishu's answer lacks the list of permissions."));
            }
            return StreamSupport.stream(scopes.spliterator(), false)
                    .filter(scope -> JsonText.of(scope, "grant_status").equals(GRANTED))
                    .map(scope -> JsonText.of(scope, "scope_name"))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Whether a permission can be found out by a read. */
    public boolean canTry(AppPermission permission) {
        return permission.read().isPresent();
    }

    /**
     * Tries a permission by a read.
     *
     * @param timeout as for {@link #signIn}
     * @return whether Feishu lets the app read; what it answers beyond that does not matter
     * @throws FeishuException when Feishu fails in another way
     * @throws IllegalArgumentException when it cannot be found out, see {@link #canTry}
     */
    public boolean isGranted(FeishuApp app, AppPermission permission, Duration timeout) {
        var call = permission
                .read()
                .orElseThrow(() -> new IllegalArgumentException("No read shows the permission " + permission.scope()));
        try (var session = session(app, timeout)) {
            var unused = session.execute(call);
            return true;
        } catch (FeishuException failed) {
            if (failed.failure().code().stream().anyMatch(PERMISSION_MISSING::contains)) {
                return false;
            }
            throw failed;
        }
    }

    private ApiSession session(FeishuApp app, Duration timeout) {
        return api.open(app, timeout, timeout.multipliedBy(4));
    }
}
