package io.feishuhire.sandbox;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The registered apps and the tenant access tokens made for them. */
final class Apps {

    /**
     * Feishu's page on the tenant access token: it lives two hours, and the same one is answered until 30 minutes are
     * left.
     */
    private static final Duration LIFE = Duration.ofHours(2);

    private static final Duration RENEWAL = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final Supplier<String> tokens;
    private final Map<String, App> apps = new TreeMap<>();
    private final Map<String, Token> valid = new HashMap<>();
    private final Map<String, Token> newest = new HashMap<>();

    Apps(InstantSource clock, Supplier<String> tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    synchronized void register(String appId, String secret) {
        apps.put(
                requireText(appId),
                new App(
                        requireText(secret),
                        Scopes.GRANTED_AT_FIRST.stream().collect(toMap(scope -> scope, scope -> true))));
    }

    /** Registers a new app, or changes the secret of a known one. */
    synchronized void put(String appId, String secret) {
        if (apps.containsKey(appId)) {
            changeSecret(appId, secret);
        } else {
            register(appId, secret);
        }
    }

    synchronized void changeSecret(String appId, String secret) {
        apps.put(appId, new App(requireText(secret), registered(appId).scopes()));
    }

    /** An app that is taken a scope still has asked for it. */
    synchronized void scope(String appId, String scope, boolean granted) {
        Map<String, Boolean> scopes = new TreeMap<>(registered(appId).scopes());
        scopes.put(requireText(scope), granted);
        apps.put(appId, new App(registered(appId).secret(), scopes));
    }

    synchronized Optional<App> find(String appId) {
        return Optional.ofNullable(apps.get(appId));
    }

    /** The scopes that the app has asked for, and whether each is granted, by the app's id. */
    synchronized Map<String, Map<String, Boolean>> scopes() {
        Map<String, Map<String, Boolean>> scopes = new TreeMap<>();
        apps.forEach((appId, app) -> scopes.put(appId, app.scopes()));
        return scopes;
    }

    synchronized Set<String> grantedTo(String appId) {
        return find(appId).map(App::granted).orElse(Set.of());
    }

    /** The same of one app, as Feishu writes it: 1 granted, 2 not. */
    synchronized List<Map<String, Object>> askedFor(String appId) {
        List<Map<String, Object>> askedFor = new ArrayList<>();
        find(appId).map(App::scopes).orElse(Map.of()).forEach((scope, granted) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("scope_name", scope);
            fields.put("grant_status", granted ? 1 : 2);
            askedFor.add(fields);
        });
        return askedFor;
    }

    /** The token that Feishu would answer now: the one there is, or a new one beside it if that is nearly used up. */
    synchronized IssuedToken tokenFor(String appId) {
        Instant now = clock.instant();
        Token token = newest.get(appId);
        if (token == null || Duration.between(now, token.end()).compareTo(RENEWAL) < 0) {
            valid.values().removeIf(old -> !old.end().isAfter(now));
            token = new Token(tokens.get(), appId, now.plus(LIFE));
            newest.put(appId, token);
            valid.put(token.text(), token);
        }
        return new IssuedToken(token.text(), Duration.between(now, token.end()).toSeconds());
    }

    /** The app that a token was made for, if the token is valid now. */
    synchronized Optional<String> appOf(String token) {
        return Optional.ofNullable(valid.get(token))
                .filter(known -> known.end().isAfter(clock.instant()))
                .map(Token::appId);
    }

    synchronized void revokeTokens() {
        valid.clear();
        newest.clear();
    }

    synchronized void clear() {
        revokeTokens();
        apps.clear();
    }

    private App registered(String appId) {
        return find(appId).orElseThrow(() -> new IllegalArgumentException("No app is registered as " + appId));
    }

    private static String requireText(String value) {
        if (Objects.requireNonNull(value).isBlank()) {
            throw new IllegalArgumentException("An app needs an id, a secret and scopes that are not blank");
        }
        return value;
    }

    record App(String secret, Map<String, Boolean> scopes) {

        App {
            scopes = Collections.unmodifiableMap(new TreeMap<>(scopes));
        }

        Set<String> granted() {
            return scopes.keySet().stream().filter(scopes::get).collect(toUnmodifiableSet());
        }

        @Override
        public String toString() {
            return "App[scopes=" + scopes + "]";
        }
    }

    /** A token as answered to a client. */
    record IssuedToken(String token, long expireSeconds) {}

    private record Token(String text, String appId, Instant end) {}
}
