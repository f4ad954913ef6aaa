package io.feishuhire.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tenant that a sandbox starts with. */
final class DefaultWorld {

    private static final Person RECRUITER = person(1, "李雪", "Li Xue", "li.xue@example.com", false);
    private static final Person HIRING_MANAGER = person(2, "王强", "Wang Qiang", "wang.qiang@example.com", false);
    private static final Person ASSISTANT = person(3, "陈静", "", "chen.jing@example.com", false);
    private static final Person RESIGNED = person(4, "赵磊", "Zhao Lei", "zhao.lei@example.com", true);

    /** The people of every job. */
    static final Job.Team TEAM = new Job.Team(RECRUITER, List.of(HIRING_MANAGER), List.of(ASSISTANT));

    private static final List<Person> PEOPLE = List.of(RECRUITER, HIRING_MANAGER, ASSISTANT, RESIGNED);

    private DefaultWorld() {}

    static void fill(World world) {
        websites(world.websites());
        jobs(world.jobs());
        world.advertisements().set("7004000000000000004", Advertisements.State.CLOSED);
        processes(world.choices());
        trees(world.choices());
        locations(world.choices());
        world.choices()
                .add(Catalogue.SUBJECTS, "7009000000000000001", name("2027 届秋季校园招聘", "Autumn campus 2027"), null, true);
        world.choices().add(Catalogue.SUBJECTS, "7009000000000000002", name("2025 届秋季校园招聘", ""), null, false);
        families(world.choices());
        levels(world.choices());
        highlights(world.choices());
        departments(world);
        PEOPLE.forEach(world.people()::add);
    }

    private static void websites(Websites websites) {
        websites.add(new Website("7001000000000000001", "7002000000000000001", name("社招官网", "Careers"), List.of(1)));
        websites.add(new Website("7001000000000000002", "7002000000000000002", name("校园招聘官网", "Campus"), List.of(2)));
        websites.add(new Website("7001000000000000003", "7002000000000000003", name("海外招聘官网", ""), List.of(1, 2)));
    }

    private static void jobs(Jobs jobs) {
        jobs.declare("7003000000000000001", "BE-001", "后端开发工程师", 1, List.of("7004000000000000001"));
        jobs.declare("7003000000000000002", "PM-001", "产品经理 Product Manager", 1, List.of("7004000000000000002"));
        jobs.declare("7003000000000000003", "CAMPUS-01", "2027 届管培生", 2, List.of("7004000000000000003"));
        jobs.declare("7003000000000000004", "HR-001", "招聘专员", 1, List.of("7004000000000000004"));
    }

    private static void processes(Choices choices) {
        choices.add(
                Catalogue.JOB_PROCESSES,
                Choices.process(
                        "7005000000000000001",
                        name("社招标准流程", "Experienced hire"),
                        1,
                        List.of(
                                stage(1, "简历筛选", "Screening"),
                                stage(4, "面试", "Interview"),
                                stage(5, "Offer", "Offer"))));
        choices.add(
                Catalogue.JOB_PROCESSES,
                Choices.process(
                        "7005000000000000002",
                        name("校招标准流程", "Campus hire"),
                        2,
                        List.of(
                                stage(1, "简历筛选", "Screening"),
                                stage(3, "笔试", "Written test"),
                                stage(4, "面试", "Interview"))));
    }

    private static void trees(Choices choices) {
        type(choices, 1, 0, "技术", "Technology");
        type(choices, 2, 1, "后端开发", "Backend");
        type(choices, 3, 1, "前端开发", "Frontend");
        type(choices, 4, 0, "产品", "Product");
        type(choices, 5, 4, "产品经理", "Product management");
        type(choices, 6, 0, "职能", "Corporate");
        type(choices, 7, 6, "人力资源", "");
        function(choices, 1, 0, name("研发", "Research and development"), true);
        function(choices, 2, 1, name("软件研发", "Software"), true);
        function(choices, 3, 0, name("销售", "Sales"), true);
        function(choices, 4, 0, name("硬件研发（已停用）", "Hardware (no longer used)"), false);
    }

    private static void locations(Choices choices) {
        var jobs = Set.of("position_location");
        var both = Set.of("position_location", "interview_location");
        choices.add(
                Catalogue.LOCATIONS,
                Choices.location(
                        "7008000000000000001", name("海淀区知春路 1 号", "1 Zhichun Road"), true, Place.BEIJING, both));
        choices.add(
                Catalogue.LOCATIONS,
                Choices.location("7008000000000000002", name("南山区科技园", ""), true, Place.SHENZHEN, jobs));
        choices.add(
                Catalogue.LOCATIONS,
                Choices.location("7008000000000000003", name("中关村旧址", "Old office"), false, Place.BEIJING, jobs));
    }

    private static void families(Choices choices) {
        family(choices, 1, 0, name("技术序列", "Engineering"));
        family(choices, 2, 1, name("研发", "Development"));
    }

    private static void levels(Choices choices) {
        level(choices, 1, name("P5", "P5"), true);
        level(choices, 2, name("P6", "P6"), true);
        level(choices, 3, name("P7（已停用）", "P7 (no longer used)"), false);
    }

    private static void highlights(Choices choices) {
        highlight(choices, "6732430418206787844", name("六险一金", "Insurances and housing fund"));
        highlight(choices, "6732430418215192836", name("弹性工作", "Flexible hours"));
        highlight(choices, "6732430418202593547", name("下午茶", "Afternoon tea"));
    }

    private static void departments(World world) {
        department(world, "10", "0", name("研发中心", "Research and development"));
        department(world, "11", "10", name("平台部", "Platform"));
        department(world, "12", "11", name("后端组", "Backend team"));
        department(world, "13", "11", name("前端组", ""));
        department(world, "20", "0", name("市场部", "Marketing"));
        department(world, "30", "0", name("人力资源部", "Human resources"));
        department(world, "31", "30", name("招聘组", "Recruiting"));
    }

    private static Person person(int number, String zh, String en, String email, boolean resigned) {
        return new Person("701000000000000000" + number, name(zh, en), email, "+861380000000" + number, resigned);
    }

    private static Map<String, Object> stage(int type, String zh, String en) {
        return Map.of("id", "700500000000000100" + type, "zh_name", zh, "en_name", en, "type", type);
    }

    private static void type(Choices choices, int number, int parent, String zh, String en) {
        choices.add(
                Catalogue.JOB_TYPES,
                Choices.inTree(numbered("7006", number), name(zh, en), numbered("7006", parent), true));
    }

    private static void function(Choices choices, int number, int parent, LocalizedName name, boolean active) {
        choices.add(
                Catalogue.JOB_FUNCTIONS,
                Choices.inTree(numbered("7007", number), name, numbered("7007", parent), active));
    }

    private static void family(Choices choices, int number, int parent, LocalizedName name) {
        choices.add(
                Catalogue.JOB_FAMILIES, Choices.inTree(numbered("7011", number), name, numbered("7011", parent), true));
    }

    private static void level(Choices choices, int number, LocalizedName name, boolean active) {
        choices.add(Catalogue.JOB_LEVELS, Choices.plain(numbered("7012", number), name, active));
    }

    private static void highlight(Choices choices, String id, LocalizedName name) {
        choices.add(Catalogue.HIGHLIGHTS, Choices.plain(id, name, true));
    }

    private static void department(World world, String number, String parent, LocalizedName name) {
        var parentId = parent.equals(Department.ROOT) ? parent : "od-" + parent;
        world.departments().add(new Department("od-" + number, name, parentId, false));
    }

    /** Number 0 is the top of a tree. That it is called "0" is documented for functions, and a guess for types. */
    private static String numbered(String prefix, int number) {
        return number == 0 ? "0" : prefix + "00000000000000" + number;
    }

    private static LocalizedName name(String zh, String en) {
        return new LocalizedName(zh, en);
    }
}
