package io.feishuhire.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The sandbox's own switches over HTTP, under {@code /sandbox}. */
final class AdminApi {

    private static final String ROOT = "/sandbox";

    private final ObjectMapper json;
    private final SandboxState state;
    private final StateView view;
    private final List<Control> controls;

    AdminApi(ObjectMapper json, SandboxState state) {
        this.json = json;
        this.state = state;
        this.view = new StateView(state);
        var settings = new SettingControls(state);
        var tenant = new TenantControls(state.world());
        var locks = new LockControls(state.world());
        controls = List.of(
                look("GET /sandbox", input -> view.state()),
                change("DELETE /sandbox", input -> state.reset()),
                look("GET /sandbox/requests", input -> Map.of("requests", view.requests())),
                look("GET /sandbox/published", input -> Map.of("published", view.published())),
                look("GET /sandbox/created-jobs", input -> Map.of("createdJobs", view.createdJobs())),
                change("PUT /sandbox/apps/:app_id", settings::app),
                change("POST /sandbox/revoke-tokens", input -> state.apps().revokeTokens()),
                change("PUT /sandbox/rate-limit", settings::rateLimit),
                change("PUT /sandbox/distance", settings::distance),
                change("PUT /sandbox/down", settings::down),
                change("POST /sandbox/replies", settings::replies),
                change("PUT /sandbox/api-sync", tenant::apiSync),
                change("PUT /sandbox/guesses", new GuessControls(state.world())::guesses),
                change("PUT /sandbox/jobs/:advertisement_id", tenant::advertisement),
                change("PUT /sandbox/declared-jobs/:job_id", tenant::job),
                change("PUT /sandbox/required-job-fields", tenant::requiredJobFields),
                change("PUT /sandbox/job-locks", locks::everyJob),
                change("PUT /sandbox/job-locks/:job_id", locks::job),
                change("PUT /sandbox/websites/:website_id", tenant::website),
                change("DELETE /sandbox/websites", tenant::clearWebsites),
                change("PUT /sandbox/choices/:list/:id", tenant::choice),
                change("DELETE /sandbox/choices/:list", tenant::clearChoices),
                change("PUT /sandbox/departments/:department_id", tenant::department),
                change("PUT /sandbox/people/:number", tenant::person));
    }

    static boolean isControl(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** For a page in a browser, which is never meant to set the sandbox up. */
    static Reply refusalForPages() {
        return sentence(403, "A page in a browser may not control the sandbox. Call it from a program, such as curl.");
    }

    /** Answers JSON: what was asked for, or {@code {"error":"…"}} with 400 or 404. */
    Reply answer(String method, String path, String body) {
        for (var control : controls) {
            var ids = control.path().match(path);
            if (control.method().equals(method) && ids.isPresent()) {
                return answer(control, new ControlInput(json, ids.get(), body));
            }
        }
        return sentence(404, "There is no such control. GET /sandbox shows the state; the README lists the rest.");
    }

    /** Method and path of every control, such as {@code PUT /sandbox/apps/:app_id}. */
    List<String> calls() {
        return controls.stream().map(Control::call).toList();
    }

    private Reply answer(Control control, ControlInput input) {
        try {
            return new ReplyForm.FeishuBody(
                    200, 0, state.world().read(() -> control.effect().apply(input)), Map.of());
        } catch (IllegalArgumentException invalid) {
            return sentence(400, invalid.getMessage());
        }
    }

    private static Control look(String call, Function<ControlInput, Map<String, Object>> effect) {
        var methodAndPath = call.split(" ", 2);
        return new Control(call, methodAndPath[0], PathPattern.of(methodAndPath[1]), effect);
    }

    /** Answers the state after the change. */
    private Control change(String call, Change change) {
        return look(call, input -> {
            change.apply(input);
            return view.state();
        });
    }

    private static Reply sentence(int status, String sentence) {
        return new ReplyForm.FeishuBody(status, 0, Map.of("error", sentence), Map.of());
    }

    private interface Change {
        void apply(ControlInput input);
    }

    private record Control(
            String call, String method, PathPattern path, Function<ControlInput, Map<String, Object>> effect) {}
}
