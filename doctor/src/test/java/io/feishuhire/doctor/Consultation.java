package io.feishuhire.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.RecordedRequest;
import io.feishuhire.sandbox.SandboxSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One run of the doctor, with what it printed, in which no secret or token may be. */
record Consultation(Doctor.Outcome outcome, String text) {

    static final String SECRET = "an-app-secret-that-nothing-may-print";

    /** Part of every token of {@link #sandbox()}. */
    private static final String TOKEN_MARK = "t-" + UUID.randomUUID() + "-";

    /** What Feishu has as POST and changes nothing. */
    private static final Set<Endpoint> READS_BY_POST = Set.of(Endpoint.TOKEN, Endpoint.USER_IDS);

    /** A sandbox whose app has {@link #SECRET}. */
    static FeishuSandbox sandbox() {
        var sandbox = FeishuSandbox.start(SandboxSettings.defaults().withTokens(() -> TOKEN_MARK + UUID.randomUUID()));
        sandbox.changeSecret(FeishuSandbox.DEFAULT_APP_ID, SECRET);
        return sandbox;
    }

    /** A machine that speaks English and calls a Feishu. */
    static Map<String, String> environment(URI baseUrl) {
        var environment = new HashMap<String, String>();
        environment.put("LANG", "en_US.UTF-8");
        environment.put("FEISHU_APP_ID", FeishuSandbox.DEFAULT_APP_ID);
        environment.put("FEISHU_APP_SECRET", SECRET);
        environment.put(FeishuClientSettings.BASE_URL, baseUrl.toString());
        return environment;
    }

    static Consultation of(FeishuSandbox sandbox, String... arguments) {
        var consultation = of(environment(sandbox.baseUrl()), arguments);
        assertThat(sandbox.requests()).allMatch(Consultation::changesNothing);
        assertThat(sandbox.published()).isEmpty();
        assertThat(sandbox.createdJobs()).isEmpty();
        return consultation;
    }

    static Consultation of(Map<String, String> environment, String... arguments) {
        return within(Duration.ofSeconds(30), environment, arguments);
    }

    static Consultation within(Duration timeout, Map<String, String> environment, String... arguments) {
        var printed = new ByteArrayOutputStream();
        var outcome = new Doctor(environment, new PrintStream(printed, true, UTF_8), timeout).run(List.of(arguments));
        var text = printed.toString(UTF_8);
        assertThat(text).doesNotContain(SECRET, TOKEN_MARK, "Bearer", "Exception", "%s", "null");
        return new Consultation(outcome, text);
    }

    /** The lines with a mark. */
    List<String> marked(String mark) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("[" + mark + "]"))
                .map(line -> line.substring(mark.length() + 2).strip())
                .toList();
    }

    private static boolean changesNothing(RecordedRequest request) {
        return request.method().equals("GET") || READS_BY_POST.contains(request.endpoint());
    }
}
