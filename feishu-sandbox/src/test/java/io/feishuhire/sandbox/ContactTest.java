package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static io.feishuhire.sandbox.FeishuSandbox.DEFAULT_APP_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void theTreeOfDepartmentsHasThreeLevels() {
        assertThat(ids(children("0", ""))).containsExactly("od-10", "od-20", "od-30");
        assertThat(ids(children("od-10", ""))).containsExactly("od-11");
        assertThat(ids(children("od-11", ""))).containsExactly("od-12", "od-13");
        assertThat(ids(children("od-12", ""))).isEmpty();
        assertThat(ids(children("0", "?fetch_child=true")))
                .containsExactly("od-10", "od-11", "od-12", "od-13", "od-20", "od-30", "od-31");
        assertThat(ids(children("0", "?fetch_child=false"))).hasSize(3);
    }

    @Test
    void aDepartmentHasItsNamesAndBothIds() {
        assertThat(json(children("od-10", "")).at("/data/items/0")).isEqualTo(Caller.parse("""
                        {"name": "平台部", "i18n_name": {"zh_cn": "平台部", "en_us": "Platform"},
                         "open_department_id": "od-11", "department_id": "11", "parent_department_id": "od-10",
                         "status": {"is_deleted": false}}"""));
        assertThat(json(children("10", "?department_id_type=department_id"))
                        .at("/data/items/0/parent_department_id")
                        .textValue())
                .isEqualTo("10");
    }

    @Test
    void withoutTheScopeOfTheFieldThereAreNoNames() {
        sandbox.revokeScope(DEFAULT_APP_ID, "contact:department.base:readonly");

        assertThat(json(children("od-10", "")).at("/data/items/0"))
                .isEqualTo(Caller.parse("{\"open_department_id\":\"od-11\"}"));
    }

    @Test
    void aDepartmentOutOfTheAppsRangeIsNotListedAndNotAnswered() {
        sandbox.departmentOutOfRange("od-11");

        assertThat(outcome(children("od-11", ""))).isEqualTo("403 40004");
        assertThat(outcome(children("od-12", ""))).isEqualTo("403 40004");
        assertThat(ids(children("od-10", ""))).isEmpty();
        assertThat(ids(children("0", "?fetch_child=true"))).containsExactly("od-10", "od-20", "od-30", "od-31");
    }

    @Test
    void theRootIsOutOfRangeByItselfAndOverHttp() {
        sandbox.departmentOutOfRange("0");
        assertThat(outcome(children("0", ""))).isEqualTo("403 40004");
        assertThat(outcome(children("od-10", ""))).isEqualTo("200 0");

        caller.send("PUT", "/sandbox/departments/0", "{\"outOfRange\":false}");
        var state = json(caller.send("PUT", "/sandbox/departments/30", "{\"outOfRange\":true}"));
        assertThat(outcome(children("0", ""))).isEqualTo("200 0");
        assertThat(outcome(children("od-31", ""))).isEqualTo("403 40004");
        assertThat(state.path("departmentsOutOfRange")).isEqualTo(Caller.parse("[\"od-30\"]"));
        assertThat(caller.send("PUT", "/sandbox/departments/99", "{\"outOfRange\":true}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "od-99, '', 400 99992357",
        "10, '', 400 99992357",
        "od-10, ?department_id_type=department_id, 400 99992357",
        "0, ?department_id_type=name, 400 99992402",
        "0, ?user_id_type=name, 400 99992402",
        "0, ?fetch_child=yes, 400 99992402"
    })
    void otherDepartmentsAndParametersAreRefused(String department, String query, String outcome) {
        assertThat(outcome(children(department, query))).isEqualTo(outcome);
    }

    @Test
    void aDepartmentIsAddedBelowOneThatThereIs() {
        sandbox.add(Catalogue.DEPARTMENTS, "od-40", "法务部", "Legal", null, true);
        sandbox.add(Catalogue.DEPARTMENTS, "od-41", "", "Patents", "od-40", false);

        assertThat(ids(children("0", ""))).contains("od-40");
        var patents = json(children("od-40", "")).at("/data/items/0");
        assertThat(patents.path("name").textValue()).isEqualTo("Patents");
        assertThat(patents.at("/status/is_deleted").booleanValue()).isTrue();
        sandbox.clear(Catalogue.DEPARTMENTS);
        assertThat(ids(children("0", ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"od-40, od-99", "40, 0", "od-, 0", "od-10, od-12", "od-40, od-40"})
    void aDepartmentThatIsNowhereIsNotAdded(String id, String parent) {
        assertThatThrownBy(() -> sandbox.add(Catalogue.DEPARTMENTS, id, "", "", parent, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void peopleAreFoundByEmailAndMobile() {
        var people = json(ids(
                        "",
                        "{\"emails\":[\"li.xue@example.com\",\"no@example.com\"],\"mobiles\":[\"+8613800000002\"]}"))
                .at("/data/user_list");

        assertThat(people).isEqualTo(Caller.parse("""
                        [{"user_id": "ou_7010000000000000001", "email": "li.xue@example.com", "status":
                          {"is_frozen": false, "is_resigned": false, "is_activated": true, "is_exited": false,
                           "is_unjoin": false}},
                         {"email": "no@example.com"},
                         {"user_id": "ou_7010000000000000002", "mobile": "+8613800000002", "status":
                          {"is_frozen": false, "is_resigned": false, "is_activated": true, "is_exited": false,
                           "is_unjoin": false}}]"""));
    }

    @ParameterizedTest
    @CsvSource({"open_id, ou_", "union_id, on_", "user_id, u"})
    void aPersonsIdIsOfTheKindThatIsAskedFor(String kind, String prefix) {
        assertThat(json(ids("?user_id_type=" + kind, "{\"emails\":[\"li.xue@example.com\"]}"))
                        .at("/data/user_list/0/user_id")
                        .textValue())
                .isEqualTo(prefix + "7010000000000000001");
    }

    @Test
    void aPersonWhoHasLeftIsFoundOnlyIfAskedFor() {
        var body = "{\"emails\":[\"zhao.lei@example.com\"],\"include_resigned\":%s}";

        assertThat(json(ids("", body.formatted("false")))
                        .at("/data/user_list/0")
                        .has("user_id"))
                .isFalse();
        assertThat(json(ids("", body.formatted("true")))
                        .at("/data/user_list/0/status/is_resigned")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void withoutTheScopeOfTheFieldThereIsNoStatus() {
        sandbox.revokeScope(DEFAULT_APP_ID, "contact:user.employee:readonly");

        assertThat(json(ids("", "{\"emails\":[\"li.xue@example.com\"]}"))
                        .at("/data/user_list/0")
                        .has("status"))
                .isFalse();
    }

    @Test
    void fiftyAddressesAreTheMost() {
        var fifty = String.join(",", Collections.nCopies(50, "\"a@example.com\""));

        assertThat(outcome(ids("", "{\"emails\":[" + fifty + "],\"mobiles\":[" + fifty + "]}")))
                .isEqualTo("200 0");
        assertThat(outcome(ids("", "{\"emails\":[" + fifty + ",\"b@example.com\"]}")))
                .isEqualTo("400 99992402");
        assertThat(outcome(ids("", "{\"mobiles\":[" + fifty + ",\"1\"]}"))).isEqualTo("400 99992402");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"emails\":\"a\"}",
                "{\"emails\":[1]}",
                "{\"mobiles\":{}}",
                "{\"include_resigned\":1}"
            })
    void aBodyOfTheWrongFormIsRefused(String body) {
        assertThat(outcome(ids("", body))).isEqualTo("400 99992402");
    }

    @Test
    void anotherKindOfIdIsRefused() {
        assertThat(outcome(ids("?user_id_type=people_admin_id", "{}"))).isEqualTo("400 99992402");
    }

    @Test
    void aPersonIsAddedInJavaAndOverHttp() {
        sandbox.addPerson("5", "zhou.min@example.com", "周敏", null);
        caller.send("PUT", "/sandbox/people/6", "{\"email\":\"wu.tao@example.com\",\"enName\":\"Wu Tao\"}");

        assertThat(json(ids("", "{\"emails\":[\"zhou.min@example.com\",\"wu.tao@example.com\"]}"))
                        .at("/data/user_list")
                        .findValuesAsText("user_id"))
                .containsExactly("ou_5", "ou_6");
        sandbox.reset();
        assertThat(json(caller.call(
                                caller.token(),
                                "/open-apis/contact/v3/users/batch_get_id",
                                "{\"emails\":[\"zhou.min@example.com\",\"li.xue@example.com\"]}"))
                        .at("/data/user_list")
                        .findValuesAsText("user_id"))
                .containsExactly("ou_7010000000000000001");
    }

    @ParameterizedTest
    @CsvSource({"41050, 400", "40004, 403", "40014, 403"})
    void aPersonOutOfTheAppsRangeIsRefusedWithTheCodeThatWasSet(int code, int status) {
        var wang = "{\"emails\":[\"li.xue@example.com\",\"wang.qiang@example.com\"]}";
        sandbox.personOutOfRange("7010000000000000002", code);

        assertThat(outcome(ids("", wang))).isEqualTo(status + " " + code);
        assertThat(outcome(ids("", "{\"emails\":[\"li.xue@example.com\"]}"))).isEqualTo("200 0");

        sandbox.personOutOfRange("7010000000000000002", 0);
        assertThat(outcome(ids("", wang))).isEqualTo("200 0");
    }

    @Test
    void aPersonIsPutOutOfRangeOverHttpAndBack() {
        var wang = "{\"mobiles\":[\"+8613800000002\"]}";
        var out = json(caller.send("PUT", "/sandbox/people/7010000000000000002", "{\"outOfRange\":true}"));
        assertThat(out.path("peopleOutOfRange")).isEqualTo(Caller.parse("{\"7010000000000000002\":41050}"));
        assertThat(outcome(ids("", wang))).isEqualTo("400 41050");

        var back = json(caller.send("PUT", "/sandbox/people/7010000000000000002", "{\"outOfRange\":false}"));
        assertThat(back.path("peopleOutOfRange")).isEmpty();
        assertThat(outcome(ids("", wang))).isEqualTo("200 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9 | {\"outOfRange\":true} | no person",
                "9 | {} | email",
                "x | {\"email\":\"a@b\"} | digits",
                "7010000000000000002 | {\"outOfRange\":true,\"code\":1} | 40014"
            })
    void whatIsNoPersonIsRefusedWithASentence(String number, String body, String named) {
        var reply = caller.send("PUT", "/sandbox/people/" + number, body);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).path("error").textValue()).contains(named);
    }

    private HttpResponse<String> children(String department, String query) {
        return caller.get(token, "/open-apis/contact/v3/departments/" + department + "/children" + query);
    }

    private HttpResponse<String> ids(String query, String body) {
        return caller.call(token, "/open-apis/contact/v3/users/batch_get_id" + query, body);
    }

    private static List<String> ids(HttpResponse<String> reply) {
        return json(reply).at("/data/items").findValuesAsText("open_department_id");
    }
}
