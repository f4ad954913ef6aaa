package io.feishuhire.examples;

import io.feishuhire.sandbox.FeishuSandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The Feishu that a walkthrough publishes on. */
sealed interface FeishuSide extends AutoCloseable {

    /** The connector secrets of the Feishu app. */
    Map<String, String> secrets();

    /** What the process is started with. */
    Map<String, Object> startVariables();

    /** What to tell about it before the walk begins. */
    String introduction();

    /**
     * Does what the user task "Turn on the API sync switch" asks for.
     *
     * @return whether the switch is on now
     */
    boolean turnOnApiSync();

    @Override
    void close();

    /** A sandbox of its own, with the switch off. */
    record Sandbox(FeishuSandbox sandbox) implements FeishuSide {

        static Sandbox start() {
            var sandbox = FeishuSandbox.start();
            sandbox.apiSync(false);
            return new Sandbox(sandbox);
        }

        @Override
        public Map<String, String> secrets() {
            return Map.of(
                    "FEISHU_APP_ID",
                    FeishuSandbox.DEFAULT_APP_ID,
                    "FEISHU_APP_SECRET",
                    FeishuSandbox.DEFAULT_APP_SECRET);
        }

        @Override
        public Map<String, Object> startVariables() {
            return Map.of(
                    "advertisementId", "6960663240925956660",
                    "jobChannelId", "3",
                    "reason", "A position has become free",
                    "feishuBaseUrl", sandbox.baseUrl().toString());
        }

        @Override
        public String introduction() {
            return "a sandbox on this machine, " + sandbox.baseUrl()
                    + "\nIts API sync switch (通过 API 同步职位) is off, to show what the process makes of that.";
        }

        @Override
        public boolean turnOnApiSync() {
            sandbox.apiSync(true);
            return true;
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }

    /** The real Feishu; a person turns the switch on and presses Enter. */
    record Real(QuickstartSettings.RealFeishu settings, BufferedReader keyboard) implements FeishuSide {

        @Override
        public Map<String, String> secrets() {
            return Map.of("FEISHU_APP_ID", settings.appId(), "FEISHU_APP_SECRET", settings.appSecret());
        }

        @Override
        public Map<String, Object> startVariables() {
            var variables = new HashMap<String, Object>(Map.of(
                    "advertisementId", settings.advertisementId(),
                    "jobChannelId", settings.jobChannelId(),
                    "reason", "Quickstart"));
            settings.baseUrl().ifPresent(url -> variables.put("feishuBaseUrl", url));
            return variables;
        }

        @Override
        public String introduction() {
            return "the real one, " + settings.baseUrl().orElse("https://open.feishu.cn")
                    + "\nThe advertisement will really go online.";
        }

        @Override
        public boolean turnOnApiSync() {
            try {
                return keyboard.readLine() != null;
            } catch (IOException noKeyboard) {
                throw new UncheckedIOException(noKeyboard);
            }
        }

        @Override
        public void close() {
            // Standard input belongs to the JVM.
        }
    }
}
