package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static io.feishuhire.sandbox.FeishuSandbox.DEFAULT_APP_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScopesTest {

    private static final String SCOPES = "/open-apis/application/v6/scopes";

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void theTenantHasGrantedEverythingThatACallNeeds() {
        assertThat(granted()).hasSize(15).containsEntry("hire:advertisement", 1).containsEntry("hire:job", 1);
        assertThat(granted().values()).containsOnly(1);
    }

    @Test
    void whatIsTakenAwayIsThereAndNotGranted() {
        sandbox.revokeScope(DEFAULT_APP_ID);
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:job");
        sandbox.grantScope(DEFAULT_APP_ID, "hire:site");

        assertThat(granted())
                .containsEntry("hire:advertisement", 2)
                .containsEntry("hire:job", 2)
                .containsEntry("hire:site", 1);
        sandbox.grantScope(DEFAULT_APP_ID);
        assertThat(granted()).containsEntry("hire:advertisement", 1);
    }

    @Test
    void scopesAreChangedOverHttp() {
        var state = json(caller.send(
                "PUT",
                "/sandbox/apps/" + DEFAULT_APP_ID,
                "{\"scope\":false,\"scopes\":{\"hire:site\":true,\"hire:job\":false}}"));

        assertThat(granted())
                .containsEntry("hire:advertisement", 2)
                .containsEntry("hire:job", 2)
                .containsEntry("hire:site", 1);
        assertThat(state.at("/apps/cli_sandbox/scope").booleanValue()).isFalse();
        assertThat(state.at("/apps/cli_sandbox/scopes/hire:site").booleanValue())
                .isTrue();
        for (var wrong : new String[] {"1", "[]", "{\"hire:job\":1}"}) {
            assertThat(caller.send("PUT", "/sandbox/apps/" + DEFAULT_APP_ID, "{\"scopes\":" + wrong + "}")
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void anotherSecretChangesNoScopes() {
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:job");
        sandbox.changeSecret(DEFAULT_APP_ID, "another");

        assertThat(granted()).containsEntry("hire:job", 2);
    }

    @Test
    void theScopeThatWritesJobsReadsThemIfTheSwitchSaysSo() {
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:job:readonly");
        assertThat(outcome(caller.get(token, "/open-apis/hire/v1/jobs"))).isEqualTo("400 99991672");

        sandbox.readJobsByWritingScope(true);

        assertThat(outcome(caller.get(token, "/open-apis/hire/v1/jobs"))).isEqualTo("200 0");
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:job");
        var refused = caller.get(token, "/open-apis/hire/v1/jobs");
        assertThat(json(refused).at("/error/permission_violations").findValuesAsText("subject"))
                .containsExactly("hire:job:readonly", "hire:job");
    }

    @Test
    void aUserIdHasAScopeOfItsOwn() {
        sandbox.revokeScope(DEFAULT_APP_ID, "contact:user.employee_id:readonly");

        var people = "/open-apis/hire/v1/jobs/7003000000000000001/get_detail?user_id_type=";
        assertThat(outcome(caller.get(token, people + "open_id"))).isEqualTo("200 0");
        var refused = caller.get(token, people + "user_id");
        assertThat(outcome(refused)).isEqualTo("400 99991672");
        assertThat(json(refused).at("/error/permission_violations").findValuesAsText("subject"))
                .containsExactly("contact:user.employee_id:readonly");
    }

    @Test
    void anAppThatIsNotInstalledCanBePlayed() {
        sandbox.next(Endpoint.SCOPES, Reply.error(400, 212_100, "app is not installed"));

        assertThat(outcome(caller.get(token, SCOPES))).isEqualTo("400 212100");
    }

    @Test
    void onlyARegisteredAppHasScopesWithNames() {
        assertThatThrownBy(() -> sandbox.revokeScope("cli_unknown", "hire:job"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.grantScope(DEFAULT_APP_ID, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, Integer> granted() {
        var granted = new TreeMap<String, Integer>();
        json(caller.get(token, SCOPES))
                .at("/data/scopes")
                .forEach(scope -> granted.put(
                        scope.path("scope_name").textValue(),
                        scope.path("grant_status").intValue()));
        return granted;
    }
}
