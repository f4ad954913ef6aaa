package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.feishuhire.connector.feishu.LocalizedName.Language;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {

    private static final String JOB_TYPES = "hire/v1/job_types";
    private static final String SUBJECTS = "hire/v1/subjects";

    private final FeishuRoutes feishu = new FeishuRoutes();

    @Test
    void theReferralPlatformIsTheFirstOfTheChannels() {
        feishu.pages(
                "hire/v1/websites",
                "{\"id\":\"81\",\"job_channel_id\":\"91\",\"name\":{\"zh_cn\":\"社招官网\",\"en_us\":\"Careers\"},\"process_type_list\":[1,2]}",
                "{\"id\":\"82\",\"job_channel_id\":\"92\",\"name\":{\"zh_cn\":\"校招官网\",\"en_us\":\"\"}}");

        var channels = list(ChoiceList.CHANNELS);

        assertThat(channels).extracting(Choice::value).containsExactly("3", "91", "92");
        assertThat(labels(channels, Language.BOTH))
                .containsExactly("内推平台 (Referral platform)", "社招官网 (Careers)", "校招官网");
        assertThat(labels(channels, Language.EN)).containsExactly("Referral platform", "Careers", "校招官网");
        assertThat(labels(channels, Language.ZH)).containsExactly("内推平台", "社招官网", "校招官网");
        assertThat(channels.get(1).more())
                .containsOnly(Map.entry("websiteId", "81"), Map.entry("processTypes", List.of(1, 2)));
    }

    @Test
    void anEntryOfATreeIsShownWithItsPath() {
        feishu.pages(
                JOB_TYPES,
                node("2", "后端", "Backend", "1"),
                node("1", "研发", "R&D", "0"),
                node("3", "Java", "", "2"),
                node("4", "", "", "gone"));

        var types = list(ChoiceList.JOB_TYPES);

        assertThat(labels(types, Language.ZH)).containsExactly("研发 / 后端", "研发", "研发 / 后端 / Java", "4");
        assertThat(labels(types, Language.BOTH))
                .containsExactly("研发 / 后端 (R&D / Backend)", "研发 (R&D)", "研发 / 后端 / Java (R&D / Backend / Java)", "4");
        assertThat(types.getFirst().more()).containsOnly(Map.entry("parentId", "1"));
    }

    @Test
    void aTreeThatIsARingEnds() {
        feishu.pages(JOB_TYPES, node("1", "甲", "", "2"), node("2", "乙", "", "1"));

        assertThat(labels(list(ChoiceList.JOB_TYPES), Language.ZH)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "JOB_FUNCTIONS, hire/v1/job_functions, page_size=50",
        "SUBJECTS, hire/v1/subjects, page_size=200",
        "LOCATIONS, hire/v1/locations, usage=position_location&page_size=100",
        "JOBS, hire/v1/jobs, update_start_time=1787821200000&page_size=20"
    })
    void inactiveEntriesAreLeftOut(ChoiceList of, String path, String query) {
        feishu.pages(path, active("1", 1), active("2", 2), active("3", 1));

        assertThat(list(of)).extracting(Choice::value).containsExactly("1", "3");
        assertThat(feishu.requests()).startsWith(path + "?" + query);
    }

    @Test
    void hiringProcessesHaveFlatNamesAndTellWhatTheyAreFor() {
        feishu.pages(
                "hire/v1/job_processes", "{\"id\":\"1\",\"zh_name\":\"社招流程\",\"en_name\":\"Experienced\",\"type\":1}");

        var processes = list(ChoiceList.JOB_PROCESSES);

        assertThat(labels(processes, Language.BOTH)).containsExactly("社招流程 (Experienced)");
        assertThat(processes.getFirst().more()).containsOnly(Map.entry("processTypes", List.of(1)));
        assertThat(feishu.requests()).containsExactly("hire/v1/job_processes?page_size=100");
    }

    @Test
    void aLocationIsShownWithItsCityUnlessTheStreetNamesIt() {
        feishu.pages(
                "hire/v1/locations",
                location("1", "中关村大街 1 号", "北京"),
                location("2", "北京南路", "北京"),
                location("3", "", "上海"));

        var locations = list(ChoiceList.LOCATIONS);

        assertThat(labels(locations, Language.ZH)).containsExactly("北京 / 中关村大街 1 号", "北京南路", "上海");
        assertThat(locations.getFirst().more()).containsOnly(Map.entry("city", "北京"));
    }

    @Test
    void aJobIsShownWithItsCode() {
        feishu.pages(
                "hire/v1/jobs",
                "{\"id\":\"1\",\"title\":\"工程师\",\"code\":\"E-1\",\"active_status\":1}",
                "{\"id\":\"2\",\"title\":\"设计师\",\"active_status\":1}");

        var jobs = list(ChoiceList.JOBS);

        assertThat(labels(jobs, Language.EN)).containsExactly("工程师 (E-1)", "设计师");
        assertThat(jobs.getFirst().more()).containsOnly(Map.entry("code", "E-1"));
    }

    @Test
    void departmentsAreListedFromARoot() {
        feishu.pages(
                "contact/v3/departments/od-1/children",
                "{\"open_department_id\":\"od-2\",\"parent_department_id\":\"od-1\",\"name\":\"研发部\",\"i18n_name\":{\"en_us\":\"R&D\"}}",
                "{\"open_department_id\":\"od-3\",\"parent_department_id\":\"od-2\",\"name\":\"后端组\"}",
                "{\"open_department_id\":\"od-4\",\"parent_department_id\":\"od-2\"}",
                "{\"open_department_id\":\"od-5\",\"name\":\"旧部门\",\"status\":{\"is_deleted\":true}}");

        var departments = list(ChoiceList.DEPARTMENTS, "", "od-1");

        assertThat(departments).extracting(Choice::value).containsExactly("od-2", "od-3", "od-4");
        assertThat(labels(departments, Language.ZH)).containsExactly("研发部", "研发部 / 后端组", "研发部 / od-4");
        assertThat(feishu.requests())
                .startsWith("contact/v3/departments/od-1/children"
                        + "?fetch_child=true&department_id_type=open_department_id&page_size=50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../0", "a b", "", "%2e", "1?x=1"})
    void aRootThatIsNoDepartmentIdIsRefused(String root) {
        assertThat(refusal(ChoiceList.DEPARTMENTS, "", root)).startsWith("list.root is no department ID");
        assertThat(feishu.requests()).isEmpty();
    }

    @Test
    void aDepartmentThatIsTooBigToRecurseIsRefused() {
        feishu.failsWith("contact/v3/departments/0/children", 43010);

        assertThat(refusal(ChoiceList.DEPARTMENTS, "", "0")).startsWith("The department (list.root) has more");
    }

    @Test
    void aDepartmentThatDoesNotExistIsToldByTheField() {
        feishu.failsWith("contact/v3/departments/od-99/children", 99992357);

        assertThat(refusal(ChoiceList.DEPARTMENTS, "", "od-99"))
                .startsWith("There is no department with the ID in list.root.");
    }

    @Test
    void aDepartmentOutsideOfTheAppsDataRangeIsToldAsSuch() {
        feishu.failsWith("contact/v3/departments/0/children", 40004);

        assertThat(refusal(ChoiceList.DEPARTMENTS, "", "0")).contains("通讯录权限范围");
    }

    @ParameterizedTest
    @CsvSource({"研发, 2", "BACK, 1", "r&d / b, 1", "后端, 1", "nothing, 0"})
    void theFilterLooksAtBothLanguagesWithoutRegardToCase(String filter, int found) {
        feishu.pages(
                JOB_TYPES, node("1", "研发", "R&D", "0"), node("2", "后端", "Backend", "1"), node("3", "销售", "Sales", "0"));

        assertThat(list(ChoiceList.JOB_TYPES, filter, "0")).hasSize(found);
    }

    @Test
    void moreThan500EntriesAreRefusedInsteadOfCutShort() {
        feishu.on(SUBJECTS, FeishuRoutes.list(false, "", entries(501)));

        assertThat(refusal(ChoiceList.SUBJECTS, "", "0")).contains("More than 500 entries", "list.filter");
        assertThat(list(ChoiceList.SUBJECTS, "名称1", "0"))
                .as("applied before the bound")
                .hasSize(111);
    }

    @Test
    void fiveHundredEntriesAreListed() {
        feishu.on(SUBJECTS, FeishuRoutes.list(false, "", entries(500)));

        assertThat(list(ChoiceList.SUBJECTS)).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "same"})
    void aListThatGoesOnWithoutSayingWhereIsAFailure(String token) {
        feishu.on(SUBJECTS, FeishuRoutes.list(true, token, active("1", 1)));

        assertThat(refusal(ChoiceList.SUBJECTS, "", "0")).contains("not where the next page is");
    }

    @Test
    void aListWithoutEndIsGivenUp() {
        feishu.on(
                SUBJECTS,
                query -> FeishuRoutes.list(true, "t" + feishu.requests().size()));

        assertThat(refusal(ChoiceList.SUBJECTS, "", "0")).contains("more entries than this connector reads");
        assertThat(feishu.requests()).hasSize(200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JOBS")
    void aListIsKeptForSomeMinutes(ChoiceList of) {
        for (var path : List.of("websites", "job_processes", "job_types", "job_functions", "locations", "subjects")) {
            feishu.pages("hire/v1/" + path);
        }
        feishu.pages("contact/v3/departments/0/children");

        list(of);
        list(of, "x", "0");
        assertThat(feishu.requests()).hasSize(1);
        feishu.passes(Duration.ofMinutes(10));
        list(of);
        assertThat(feishu.requests()).hasSize(2);
    }

    @Test
    void theSecretsOfOneAppKeepAFewListsEach() {
        IntStream.range(0, 60).forEach(i -> feishu.pages("contact/v3/departments/od-" + i + "/children"));

        IntStream.range(0, 60).forEach(i -> list(ChoiceList.DEPARTMENTS, "", "od-" + i));
        list(ChoiceList.DEPARTMENTS, "", "od-59");
        assertThat(feishu.requests()).hasSize(60);
        list(ChoiceList.DEPARTMENTS, "", "od-0");
        assertThat(feishu.requests()).hasSize(61);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEPARTMENTS")
    void theRootCountsForDepartmentsOnly(ChoiceList of) {
        feishu.pages("hire/v1/" + of.name().toLowerCase(Locale.ROOT).replace("channels", "websites"));

        list(of, "", "../0");
        list(of, "", "od-1");
        assertThat(feishu.requests()).hasSize(of == ChoiceList.JOBS ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "true"})
    void aNameThatIsNoTextIsNoName(String name) {
        feishu.pages(
                SUBJECTS,
                "{\"id\":\"1\",\"name\":{\"zh_cn\":" + name + ",\"en_us\":" + name + "},\"active_status\":null}");

        assertThat(labels(list(ChoiceList.SUBJECTS), Language.BOTH)).containsExactly("1");
    }

    @Test
    void aNameThatWouldTurnOrBreakALineIsTakenWithoutThat() {
        feishu.pages(SUBJECTS, "{\"id\":\"1\",\"name\":{\"zh_cn\":\"\\u202e秋招\\n\\u0007 2027\"},\"active_status\":1}");

        assertThat(labels(list(ChoiceList.SUBJECTS), Language.ZH)).containsExactly("秋招 2027");
    }

    /**
     * If each reader began at the first page, many readers of a long list would use its limit up and none would end.
     */
    @ParameterizedTest
    @EnumSource(names = {"SUBJECTS", "JOBS"})
    void aReaderThatIsThrottledLeavesItsPagesToTheNext(ChoiceList of) {
        var path = of == ChoiceList.JOBS ? "hire/v1/jobs" : SUBJECTS;
        feishu.pages(path, entries(6));
        var pages = feishu.answerOf(path);
        feishu.on(path, query -> query.contains("page_token=3") ? "{\"code\":99991400}" : pages.apply(query));
        assertThat(refusal(of, "", "0")).contains("99991400");
        feishu.forgetRequests();
        feishu.on(path, pages);
        feishu.passes(Duration.ofSeconds(5));

        assertThat(list(of)).hasSize(6);
        assertThat(feishu.requests()).hasSize(3).first().asString().contains("page_token=3");
    }

    @Test
    void pagesThatAreFiveMinutesOldAreReadAgain() {
        feishu.pages(SUBJECTS, entries(6));
        var pages = feishu.answerOf(SUBJECTS);
        feishu.on(SUBJECTS, query -> query.contains("page_token=3") ? "{\"code\":99991400}" : pages.apply(query));
        refusal(ChoiceList.SUBJECTS, "", "0");
        feishu.on(SUBJECTS, pages).forgetRequests();
        feishu.passes(Duration.ofMinutes(5));

        assertThat(list(ChoiceList.SUBJECTS)).hasSize(6);
        assertThat(feishu.requests()).hasSize(6);
    }

    @Test
    void aReaderThatFailsLeavesNothingToTheNext() {
        feishu.pages(SUBJECTS, entries(6));
        var pages = feishu.answerOf(SUBJECTS);
        feishu.on(SUBJECTS, query -> query.contains("page_token=3") ? "{\"code\":9499}" : pages.apply(query));
        refusal(ChoiceList.SUBJECTS, "", "0");
        feishu.on(SUBJECTS, pages).forgetRequests();

        assertThat(list(ChoiceList.SUBJECTS)).hasSize(6);
        assertThat(feishu.requests()).hasSize(6);
    }

    @Test
    void jobsAreReadAnewEachTime() {
        feishu.pages("hire/v1/jobs");

        list(ChoiceList.JOBS);
        list(ChoiceList.JOBS);

        assertThat(feishu.requests()).hasSize(2);
    }

    private List<Choice> list(ChoiceList of) {
        return list(of, "", "0");
    }

    private List<Choice> list(ChoiceList of, String filter, String root) {
        return feishu.client()
                .choices()
                .list(new ChoicesRequest(Requests.APP, of, filter, root, Duration.ofSeconds(10)));
    }

    private String refusal(ChoiceList of, String filter, String root) {
        return catchThrowableOfType(FeishuException.class, () -> list(of, filter, root))
                .failure()
                .message(FeishuOperation.LIST_CHOICES);
    }

    private static List<String> labels(List<Choice> choices, Language language) {
        return choices.stream().map(choice -> choice.label(language)).toList();
    }

    private static String node(String id, String zh, String en, String parent) {
        return "{\"id\":\"" + id + "\",\"name\":{\"zh_cn\":\"" + zh + "\",\"en_us\":\"" + en + "\"},\"parent_id\":\""
                + parent + "\"}";
    }

    private static String active(String id, int status) {
        return "{\"id\":\"" + id + "\",\"name\":{\"zh_cn\":\"名称" + id + "\"},\"active_status\":" + status + "}";
    }

    private static String location(String id, String street, String city) {
        return "{\"id\":\"" + id + "\",\"name\":{\"zh_cn\":\"" + street + "\"},\"city\":{\"name\":{\"zh_cn\":\"" + city
                + "\"}}}";
    }

    private static String[] entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> active(Integer.toString(i), 1))
                .toArray(String[]::new);
    }
}
