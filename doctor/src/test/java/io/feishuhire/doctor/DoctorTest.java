package io.feishuhire.doctor;

import static io.feishuhire.doctor.Doctor.Outcome.TO_MEND;
import static io.feishuhire.doctor.Doctor.Outcome.UNUSABLE;
import static io.feishuhire.doctor.Doctor.Outcome.WELL;
import static io.feishuhire.sandbox.FeishuSandbox.DEFAULT_APP_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {

    private static final String[] EVERY_USE =
            Stream.of(ConnectorUse.values()).map(use -> use.label().en()).toArray(String[]::new);

    private final FeishuSandbox sandbox = Consultation.sandbox();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void allIsWellWhereEverythingIsGranted() {
        var consultation = Consultation.of(sandbox);

        assertThat(consultation.outcome()).isEqualTo(WELL);
        assertThat(consultation.marked("ok"))
                .contains("hire:advertisement", "contact:user.employee_id:readonly")
                .contains(EVERY_USE);
        assertThat(consultation.marked("to mend")).isEmpty();
        assertThat(consultation.text())
                .containsSubsequence(
                        "1. Settings", "2. Address", "3. Token", "4. Perm", "5. Recr", "6. What", "7. Limit")
                .contains("社招官网 (Careers)", "7002000000000000001", "API sync switch", "All is well.");
        assertThat(sandbox.requests())
                .extracting(request -> request.endpoint())
                .containsExactly(Endpoint.TOKEN, Endpoint.SCOPES, Endpoint.WEBSITES);
    }

    @Test
    void aMissingPermissionIsToldWithAllThatDoesNotWorkWithoutIt() {
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:job");

        var consultation = Consultation.of(sandbox);

        assertThat(consultation.outcome()).isEqualTo(TO_MEND);
        assertThat(consultation.marked("note")).contains("hire:job is missing");
        assertThat(consultation.marked("to mend"))
                .hasSize(5)
                .contains("Create job: hire:job is missing", "Open or close job: hire:job is missing");
        assertThat(consultation.text()).contains("Permissions & Scopes");
    }

    @Test
    void whatIsNotUsedNeedsNoPermission() {
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:job");

        var consultation = Consultation.of(sandbox, "--uses", "publish,check:referral");

        assertThat(consultation.outcome()).isEqualTo(WELL);
        assertThat(consultation.text()).doesNotContain("hire:job is missing", "Create job");
    }

    @Test
    void websitesAreListedOnlyWhereAUseNeedsThem() {
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:site:readonly");

        var consultation = Consultation.of(sandbox, "--uses", "look-up,open-close");

        assertThat(consultation.outcome()).isEqualTo(WELL);
        assertThat(consultation.text()).doesNotContain("Recruitment channels", "hire:site");
        assertThat(sandbox.requests()).noneMatch(request -> request.endpoint() == Endpoint.WEBSITES);
    }

    @ParameterizedTest
    @CsvSource({"en, note, too many websites to list", "zh, 提示, 官网过多"})
    void tooManyWebsitesToListAreNothingToMend(String language, String mark, String said) {
        for (var number = 1; number <= 500; number++) {
            sandbox.addWebsite("" + (7_100_000L + number), "" + (7_200_000L + number), "官网" + number, "");
        }

        var consultation = Consultation.of(sandbox, "--lang", language);

        assertThat(consultation.outcome()).isEqualTo(WELL);
        assertThat(consultation.marked(mark)).anyMatch(line -> line.contains(said));
    }

    @Test
    void valuesMayFollowAnEqualsSign() {
        var consultation = Consultation.of(sandbox, "--lang=zh", "--region=feishu", "--uses=publish,check:referral");

        assertThat(consultation.outcome()).isEqualTo(WELL);
        assertThat(consultation.text()).contains("一切正常").doesNotContain("新建职位");
        assertThat(Consultation.of(sandbox, "--region=mars").text()).contains("--region is feishu or lark");
    }

    @Test
    void aWrongOptionIsToldInTheLanguageThatALaterOneAsksFor() {
        assertThat(Consultation.of(sandbox, "--uses", "foo", "--lang", "zh").text())
                .contains("无法识别的名称");
    }

    @Test
    void anyOfTheNamesOfAPermissionIsEnough() {
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:site:readonly");
        sandbox.grantScope(DEFAULT_APP_ID, "hire:site");

        assertThat(Consultation.of(sandbox).outcome()).isEqualTo(WELL);
    }

    @Test
    void whatWorksWithLessIsToldSo() {
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:job.composite_info:readonly");
        sandbox.revokeScope(DEFAULT_APP_ID, "contact:department.base:readonly");

        var consultation = Consultation.of(sandbox);

        assertThat(consultation.outcome()).isEqualTo(WELL);
        assertThat(consultation.marked("ok"))
                .contains(
                        "Look up job: without the names of the people, as long as hire:job.composite_info:readonly is"
                                + " missing",
                        "List choices: departments: shows IDs in place of names, as long as"
                                + " contact:department.base:readonly is missing");
    }

    @Test
    void readsTellWhereFeishuDoesNotListThePermissions() {
        sandbox.always(Endpoint.SCOPES, Reply.error(400, 99_991_672, "no"));
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:location:readonly");

        var consultation = Consultation.of(sandbox);

        assertThat(consultation.outcome()).isEqualTo(TO_MEND);
        assertThat(consultation.marked("not tested"))
                .contains("hire:advertisement", "hire:job", "contact:department.base:readonly")
                .contains("Publish: hire:advertisement is not known", "Create job: hire:job is not known");
        assertThat(consultation.marked("to mend"))
                .containsExactly("List choices: locations: hire:location:readonly is missing");
        assertThat(consultation.marked("ok"))
                .contains(
                        "hire:site_job_post:readonly",
                        "hire:referral_website:readonly",
                        "contact:user.id:readonly",
                        "Look up job",
                        "Check: a website");
    }

    @Test
    void everyPermissionThatAReadShowsIsFoundMissingWhereItIs() {
        sandbox.always(Endpoint.SCOPES, Reply.error(400, 99_991_672, "no"));
        Consultation.of(sandbox).marked("ok").stream()
                .filter(line -> line.matches("(hire|contact):\\S+"))
                .forEach(scope -> {
                    sandbox.revokeScope(DEFAULT_APP_ID, scope);
                    assertThat(Consultation.of(sandbox).marked("note")).contains(scope + " is missing");
                    sandbox.grantScope(DEFAULT_APP_ID, scope);
                });
    }

    @Test
    void anAppThatIsNotInstalledIsToldOnce() {
        var notInstalled = Reply.error(400, 212_100, "not installed");
        Stream.of(Endpoint.values())
                .filter(endpoint -> endpoint != Endpoint.TOKEN)
                .forEach(endpoint -> sandbox.always(endpoint, notInstalled));

        var consultation = Consultation.of(sandbox);

        assertThat(consultation.outcome()).isEqualTo(TO_MEND);
        assertThat(consultation.text()).contains("not installed in your company", "Feishu code 212100");
        assertThat(sandbox.requests()).hasSize(4);
    }

    @Test
    void aLimitThatIsReachedIsNoMissingPermission() {
        sandbox.always(Endpoint.SCOPES, Reply.rateLimited("30"));
        sandbox.always(Endpoint.LOCATIONS, Reply.rateLimited("30"));

        var consultation = Consultation.of(sandbox);

        assertThat(consultation.outcome()).isEqualTo(TO_MEND);
        assertThat(consultation.text()).contains("Too many requests").doesNotContain("is missing");
        assertThat(consultation.marked("not tested"))
                .contains("List choices: locations: hire:location:readonly is not known");
    }

    @Test
    void aTenantWithoutWebsitesHasTheReferralPlatform() {
        sandbox.clearWebsites();

        var consultation = Consultation.of(sandbox);

        assertThat(consultation.outcome()).isEqualTo(WELL);
        assertThat(consultation.text()).contains("内推平台", "no recruitment website");
    }

    @Test
    void withoutItsPermissionNoWebsiteIsListed() {
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:site:readonly");

        var consultation = Consultation.of(sandbox);

        assertThat(consultation.outcome()).isEqualTo(TO_MEND);
        assertThat(consultation.text()).contains("cannot be listed without hire:site:readonly");
        assertThat(sandbox.requests()).noneMatch(request -> request.endpoint() == Endpoint.WEBSITES);
    }

    @Test
    void aWrongSecretIsToldApartFromAWrongApp() {
        sandbox.changeSecret(DEFAULT_APP_ID, "another");
        var wrongSecret = Consultation.of(sandbox);
        var environment = Consultation.environment(sandbox.baseUrl());
        environment.put("FEISHU_APP_ID", "cli_unknown");
        var wrongApp = Consultation.of(environment);

        assertThat(wrongSecret.outcome()).isEqualTo(TO_MEND);
        assertThat(wrongSecret.text())
                .contains("The app secret is wrong", "FEISHU_APP_SECRET", "4. Limit")
                .doesNotContain("Recruitment channels");
        assertThat(wrongApp.outcome()).isEqualTo(TO_MEND);
        assertThat(wrongApp.text()).contains("The app ID or the region is wrong", "--region lark");
    }

    @Test
    void aPlatformThatIsDownIsToldSo() {
        sandbox.always(Endpoint.TOKEN, Reply.gatewayFailure());
        assertThat(Consultation.of(sandbox).text()).contains("did not come from Feishu's API", "HTTP status 502");

        sandbox.always(Endpoint.TOKEN, Reply.systemError());
        var failing = Consultation.of(sandbox);

        assertThat(failing.outcome()).isEqualTo(TO_MEND);
        assertThat(failing.text()).contains("Feishu answers at", "internal error", "Feishu code 1002001");
    }

    @Test
    void theRuntimesNamesOfTheSecretsCount() {
        var environment = Consultation.environment(sandbox.baseUrl());
        environment.put("SECRET_FEISHU_APP_ID", environment.remove("FEISHU_APP_ID"));
        environment.put("SECRET_FEISHU_APP_SECRET", environment.remove("FEISHU_APP_SECRET"));

        assertThat(Consultation.of(environment).outcome()).isEqualTo(WELL);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                           FEISHU_APP_ID and FEISHU_APP_SECRET",
        "FEISHU_APP_ID,                                FEISHU_APP_SECRET is missing",
        "FEISHU_APP_SECRET,                            FEISHU_APP_ID is missing",
        "SECRET_FEISHU_APP_ID,                         SECRET_FEISHU_APP_SECRET is missing"
    })
    void withoutCredentialsItSaysWhichVariableIsMissing(String there, String said) {
        var environment = there.isEmpty() ? Map.of("LANG", "C") : Map.of("LANG", "C", there, Consultation.SECRET);

        var consultation = Consultation.of(environment);

        assertThat(consultation.outcome()).isEqualTo(UNUSABLE);
        assertThat(consultation.text().lines()).hasSize(1);
        assertThat(consultation.text()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "FEISHU_HIRE_PUBLISHES_PER_SECOND, abc",
        "FEISHU_HIRE_BASE_URL,             https://open.feishu.cn/open-apis",
        "FEISHU_HIRE_BASE_URL,             http://open.feishu.cn",
        "FEISHU_HIRE_ALLOWED_HOSTS,        https://open.feishu.cn",
        "CONNECTOR_HTTPS_PROXY_PORT,       abc"
    })
    void aSettingThatCannotBeUsedIsNamed(String name, String value) {
        for (var language : new String[] {"en", "zh"}) {
            var environment = Consultation.environment(URI.create("http://127.0.0.1:1"));
            environment.put("CONNECTOR_HTTPS_PROXY_HOST", "proxy.example.com");
            environment.put("CONNECTOR_HTTPS_PROXY_PORT", "8080");
            environment.put(name, value);

            var consultation = Consultation.of(environment, "--lang", language);

            assertThat(consultation.outcome()).isEqualTo(UNUSABLE);
            assertThat(consultation.text().lines()).hasSize(1);
            assertThat(consultation.text()).contains(name + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lang", "--lang fr", "--region mars", "--uses bake", "--app-secret x", "hunter2"})
    void wrongArgumentsAreRefusedWithoutBeingRepeated(String arguments) {
        var consultation = Consultation.of(Consultation.environment(sandbox.baseUrl()), arguments.split(" ", -1));

        assertThat(consultation.outcome()).isEqualTo(UNUSABLE);
        assertThat(consultation.text()).contains("--help").doesNotContain("hunter2", "mars", "bake");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void helpNamesEveryOptionAndMakesNoCall() {
        var consultation = Consultation.of(sandbox, "--help");

        assertThat(consultation.outcome()).isEqualTo(WELL);
        assertThat(consultation.text()).contains("--lang", "--region", "--uses", "--help", "open-close:job");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void credentialsThatWereCopiedWithTooMuchAreToldSo() {
        var environment = Consultation.environment(sandbox.baseUrl());
        environment.put("FEISHU_APP_ID", "'" + DEFAULT_APP_ID + "'");

        assertThat(Consultation.of(environment).marked("to mend"))
                .anyMatch(line -> line.contains("blank, a line break or a quotation mark"))
                .anyMatch(line -> line.contains("does not begin with cli_"));
    }

    @Test
    void theLimitInForceIsTold() {
        var environment = Consultation.environment(sandbox.baseUrl());
        environment.put("FEISHU_HIRE_PUBLISHES_PER_SECOND", "3");
        assertThat(Consultation.of(environment).text())
                .contains("At most 3 publications a second", "give each of three");

        environment.put("FEISHU_HIRE_PUBLISHES_PER_SECOND", "50");
        assertThat(Consultation.of(environment).text()).contains("more than the 10 that Feishu documents");
    }
}
