package io.feishuhire.connector.feishu;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What some of Feishu's numbers say beyond their {@link FeishuError}: which value it is, or why it has to wait. The
 * advice takes the place of the error's own.
 *
 * <p>Sources: the error tables of "新建职位" and "更新职位信息", and "通用错误码" for the ids.
 */
@SuppressWarnings("ImmutableEnumChecker") // A list that cannot change is immutable, but not to the checker.
enum CodeMeaning {
    JOB_TYPE(value("job type", "职位类别"), 1002603),
    EMPLOYMENT(value("kind of employment", "雇佣类型"), 1002604),
    JOB_FAMILY(value("job family (job_category_id)", "序列（job_category_id）"), 1002605),
    JOB_LEVEL(value("job level", "职级"), 1002606),
    HIGHLIGHT(value("highlight", "职位亮点"), 1002607),
    SUBJECT(value("subject", "项目"), 1002608),
    MAJOR(value("major", "专业"), 1002622),
    DISABLED_JOB_LEVEL(
            new Advice(
                    "The job level is disabled in Feishu Hire. Choose another one, or have it enabled, and {again}.",
                    "该职级在飞书招聘中已停用。请选择其他职级或启用该职级后{again}。"),
            1002630),
    ANY_MAJOR_AND_OTHERS(
            new Advice(
                    "“Any major” was given together with other majors. Give one or the other, and {again}.",
                    "不能同时选择「不限专业」和其他专业。请更正后{again}。"),
            1002623),
    PERSON(value("person", "人员"), 99992351, 99992360, 99992364),
    DEPARTMENT(value("department", "部门"), 99992357),
    PERSON_OF_ANOTHER_APP(
            new Advice(
                    "The ID of a person belongs to another Feishu app: each app has IDs of its own. Give the person's e-mail"
                            + " address, or the ID that this app gets, and {again}.",
                    "填写的人员 ID 属于其他飞书应用（每个应用的 open_id 各不相同）。请改填该人员的邮箱或本应用获取的 ID，然后{again}。"),
            99992361,
            99992381),
    OUTSIDE_OF_DATA_RANGE(
            new Advice(
                    "The Feishu app may not see this person or department. Ask the person who runs the app to extend its data"
                            + " range (通讯录权限范围) in the Feishu Developer Console, to release a new version of the app, and to"
                            + " have it approved; then {again}.",
                    "飞书应用看不到该人员或部门。请联系应用负责人在「开发者后台」扩大应用的通讯录权限范围，发布新的应用版本并由飞书管理员审核通过，然后{again}。"),
            41050,
            40004,
            40014),
    JOB_LOCKED(
            new Advice(
                    "Feishu Hire has locked the job for a moment, because it is being changed elsewhere. Wait a few minutes"
                            + " and {again}.",
                    "飞书招聘中该职位正在进行其他变更，暂时锁定。请等待几分钟后{again}。"),
            1002631,
            1002619);

    private static final Map<Integer, CodeMeaning> BY_CODE = Arrays.stream(values())
            .flatMap(meaning -> meaning.codes.stream().map(code -> Map.entry(code, meaning)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Advice advice;
    private final List<Integer> codes;

    CodeMeaning(Advice advice, Integer... codes) {
        this.advice = advice;
        this.codes = List.of(codes);
    }

    /** What to do after a reply with this code; empty where the error says it all. */
    static Optional<Advice> advice(OptionalInt code) {
        return code.stream()
                .mapToObj(BY_CODE::get)
                .filter(Objects::nonNull)
                .map(meaning -> meaning.advice)
                .findFirst();
    }

    private static Advice value(String en, String zh) {
        return new Advice(
                "Feishu does not know the " + en
                        + " that was given: it may have been deleted, or its ID may be of another"
                        + " kind or company. Choose it anew from a list, and {again}.",
                "飞书中没有所填的" + zh + "：可能已被删除，或填写的 ID 类型、所属企业不对。请从列表中重新选择后{again}。");
    }
}
