package io.feishuhire.sandbox;

/** The apps of a sandbox, with their secrets, scopes and tokens, as a test sets them up. */
abstract sealed class SandboxApps permits SandboxGuesses {

    private final Apps apps;

    SandboxApps(Apps apps) {
        this.apps = apps;
    }

    /**
     * Makes an app known, every scope granted that a call of the sandbox needs. An app of the same id is replaced.
     *
     * @throws IllegalArgumentException if the id or the secret is blank
     */
    public void registerApp(String appId, String secret) {
        apps.register(appId, secret);
    }

    /**
     * Changes an app's secret. Tokens that it has stay valid.
     *
     * @throws IllegalArgumentException if the app is not registered or the secret blank
     */
    public void changeSecret(String appId, String newSecret) {
        apps.changeSecret(appId, newSecret);
    }

    /**
     * Takes the scope {@code hire:advertisement} from an app: publishing fails with 99991672.
     *
     * @throws IllegalArgumentException if the app is not registered
     */
    public void revokeScope(String appId) {
        revokeScope(appId, Scopes.PUBLISH.getFirst());
    }

    /**
     * Takes a scope from an app. Calls that it has no other scope for fail with 99991672.
     *
     * @param scope its name at Feishu, such as {@code hire:site:readonly}
     * @throws IllegalArgumentException if the app is not registered or the scope blank
     */
    public void revokeScope(String appId, String scope) {
        apps.scope(appId, scope, false);
    }

    /**
     * Gives the scope {@code hire:advertisement} back.
     *
     * @throws IllegalArgumentException if the app is not registered
     */
    public void grantScope(String appId) {
        grantScope(appId, Scopes.PUBLISH.getFirst());
    }

    /**
     * Gives an app a scope.
     *
     * @throws IllegalArgumentException if the app is not registered or the scope blank
     */
    public void grantScope(String appId, String scope) {
        apps.scope(appId, scope, true);
    }

    /** Makes every token answered so far invalid: it is refused with 99991663 and HTTP 400. */
    public void revokeTokens() {
        apps.revokeTokens();
    }
}
