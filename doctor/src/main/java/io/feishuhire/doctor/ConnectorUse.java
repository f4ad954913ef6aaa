package io.feishuhire.doctor;

import static io.feishuhire.connector.feishu.AppPermission.CHANGE_JOBS;
import static io.feishuhire.connector.feishu.AppPermission.DEPARTMENTS;
import static io.feishuhire.connector.feishu.AppPermission.DEPARTMENT_NAMES;
import static io.feishuhire.connector.feishu.AppPermission.JOBS;
import static io.feishuhire.connector.feishu.AppPermission.JOB_DETAIL;
import static io.feishuhire.connector.feishu.AppPermission.JOB_PROCESSES;
import static io.feishuhire.connector.feishu.AppPermission.LOCATIONS;
import static io.feishuhire.connector.feishu.AppPermission.PEOPLE_BY_EMAIL;
import static io.feishuhire.connector.feishu.AppPermission.PEOPLE_BY_USER_ID;
import static io.feishuhire.connector.feishu.AppPermission.PUBLISH;
import static io.feishuhire.connector.feishu.AppPermission.REFERRAL_JOB_POSTS;
import static io.feishuhire.connector.feishu.AppPermission.SUBJECTS;
import static io.feishuhire.connector.feishu.AppPermission.WEBSITES;
import static io.feishuhire.connector.feishu.AppPermission.WEBSITE_JOB_POSTS;

import io.feishuhire.connector.feishu.AppPermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one may use of the six connectors, and the permissions that it needs: the rows of the table "Permissions" in the
 * README, in its words.
 */
@SuppressWarnings("ImmutableEnumChecker") // Lists and records that cannot change are immutable, but not to the checker.
enum ConnectorUse {
    PUBLISH_AT_ALL("publish:channel", "Publish", "发布", PUBLISH),
    PUBLISH_BY_NAME("publish:name", "Publish: channel by the website's name", "发布：按官网名称选择渠道", PUBLISH, WEBSITES),
    PUBLISH_LINK("publish:link", "Publish: link with {websiteId}", "发布：链接中含 {websiteId}", PUBLISH, WEBSITES),
    PUBLISH_LOOK(
            "publish:look",
            "Publish: look before repeating",
            "发布：重试前先查询",
            PUBLISH,
            WEBSITES,
            WEBSITE_JOB_POSTS,
            REFERRAL_JOB_POSTS,
            JOBS),
    CHECK_WEBSITE("check:website", "Check: a website", "查询：招聘官网", WEBSITES, WEBSITE_JOB_POSTS),
    CHECK_REFERRAL("check:referral", "Check: the referral platform", "查询：内推平台", REFERRAL_JOB_POSTS),
    CHECK_OTHERS("check:others", "Check: headhunters, third parties", "查询：猎头、第三方渠道", JOBS),
    LIST_CHANNELS("choices:channels", "List choices: recruitment channels", "选项：招聘渠道", WEBSITES),
    LIST_PROCESSES("choices:processes", "List choices: hiring processes", "选项：招聘流程", JOB_PROCESSES),
    LIST_JOBS(
            "choices:jobs",
            "List choices: job types, job functions, jobs changed lately",
            "选项：职位类别、职能分类、近期变更的职位",
            JOBS),
    LIST_LOCATIONS("choices:locations", "List choices: locations", "选项：地址", LOCATIONS),
    LIST_SUBJECTS("choices:subjects", "List choices: subjects", "选项：项目", SUBJECTS),
    LIST_DEPARTMENTS(
            "choices:departments",
            "List choices: departments",
            "选项：部门",
            new Less(List.of(DEPARTMENTS), new Text("shows IDs in place of names", "显示部门 ID，没有名称")),
            DEPARTMENTS,
            DEPARTMENT_NAMES),
    CREATE_JOB("create:job", "Create job", "新建职位", CHANGE_JOBS),
    CREATE_LOOK("create:look", "Create job: look for the code first", "新建职位：先查找职位编号", CHANGE_JOBS, JOBS),
    CREATE_BY_EMAIL(
            "create:email", "Create job: people by e-mail address", "新建职位：按邮箱填写人员", CHANGE_JOBS, PEOPLE_BY_EMAIL),
    CREATE_BY_USER_ID(
            "create:user-id", "Create job: people by user ID", "新建职位：按 user_id 填写人员", CHANGE_JOBS, PEOPLE_BY_USER_ID),
    LOOK_UP(
            "look-up:job",
            "Look up job",
            "查询职位",
            new Less(List.of(JOBS), new Text("without the names of the people", "没有人员姓名")),
            JOB_DETAIL),
    OPEN_OR_CLOSE("open-close:job", "Open or close job", "重启或关闭职位", CHANGE_JOBS);

    private final String key;
    private final Text label;
    private final Optional<Less> less;
    private final List<AppPermission> needs;

    /** What is left of it with fewer, or other, permissions. */
    record Less(List<AppPermission> needs, Text remark) {}

    ConnectorUse(String key, String en, String zh, AppPermission... needs) {
        this(key, en, zh, null, needs);
    }

    ConnectorUse(String key, String en, String zh, Less less, AppPermission... needs) {
        this.key = key;
        this.label = new Text(en, zh);
        this.less = Optional.ofNullable(less);
        this.needs = List.of(needs);
    }

    /** How the command line names it: the connector, a colon, and what of it. */
    String key() {
        return key;
    }

    /** Its row in the README. */
    Text label() {
        return label;
    }

    /** All permissions that it needs. */
    List<AppPermission> needs() {
        return needs;
    }

    Optional<Less> less() {
        return less;
    }

    /** The uses that a name of the command line means: one, or all of a connector. */
    static Set<ConnectorUse> named(String name) {
        return Stream.of(values())
                .filter(use -> use.key.equals(name) || use.key.startsWith(name + ":"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the connectors on the command line. */
    static List<String> connectors() {
        return Stream.of(values())
                .map(use -> use.key.substring(0, use.key.indexOf(':')))
                .distinct()
                .toList();
    }
}
