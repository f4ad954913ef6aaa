package io.feishuhire.playground;

import io.feishuhire.sandbox.FeishuSandbox;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator does in Feishu Hire, and what goes wrong there. */
@RestController
@RequestMapping("/api/feishu")
@ResponseStatus(HttpStatus.NO_CONTENT)
final class FeishuApi {

    private static final int HIGHEST_LIMIT = 1000;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,32}");

    private final FeishuSandbox sandbox;
    private final RequestJournal journal;
    private final Changes changes;

    FeishuApi(Playground playground) {
        this.sandbox = playground.sandbox();
        this.journal = playground.journal();
        this.changes = playground.changes();
    }

    record Enabled(boolean enabled) {}

    record Limit(int perSecond) {}

    record Granted(boolean granted) {}

    record Advertisement(String state) {}

    @PutMapping("/api-sync")
    void apiSync(@RequestBody Enabled apiSync) {
        sandbox.apiSync(apiSync.enabled());
        changes.signal();
    }

    @PutMapping("/down")
    void down(@RequestBody Enabled down) {
        sandbox.down(down.enabled());
        changes.signal();
    }

    @PutMapping("/limit")
    void limit(@RequestBody Limit limit) {
        if (limit.perSecond() < 0 || limit.perSecond() > HIGHEST_LIMIT) {
            throw Problem.invalid(
                    "The limit is a whole number from 0 (none) to " + HIGHEST_LIMIT + ".",
                    "限额须为 0（不限）到 " + HIGHEST_LIMIT + " 之间的整数。");
        }
        sandbox.rateLimit(limit.perSecond());
        changes.signal();
    }

    @PutMapping("/scopes/{scope}")
    void scope(@PathVariable String scope, @RequestBody Granted granted) {
        if (!sandbox.tenant().scopes().containsKey(scope)) {
            throw Problem.notFound("The app has not asked for this permission.", "应用未申请该权限。");
        }
        if (granted.granted()) {
            sandbox.grantScope(FeishuSandbox.DEFAULT_APP_ID, scope);
        } else {
            sandbox.revokeScope(FeishuSandbox.DEFAULT_APP_ID, scope);
        }
        changes.signal();
    }

    @PutMapping("/advertisements/{id}")
    void advertisement(@PathVariable String id, @RequestBody Advertisement advertisement) {
        if (!DIGITS.matcher(id).matches()) {
            throw Problem.invalid("An advertisement id is a number.", "职位广告 ID 是一串数字。");
        }
        switch (Objects.requireNonNullElse(advertisement.state(), "")) {
            case "open" -> sandbox.reopenJob(id);
            case "closed" -> sandbox.closeJob(id);
            case "not-compliant" -> sandbox.rejectAsNotCompliant(id);
            default ->
                throw Problem.invalid(
                        "The state is open, closed or not-compliant.", "状态须为 open、closed 或 not-compliant。");
        }
        changes.signal();
    }

    /** As it was at the start. */
    @DeleteMapping
    void reset() {
        sandbox.reset();
        journal.clear();
        changes.signal();
    }
}
