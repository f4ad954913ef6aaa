package io.feishuhire.sandbox;

import java.util.List;

/** The tenant that a sandbox starts with. */
final class DefaultWorld {

    private static final Person RECRUITER = new Person(
            "7010000000000000001", new LocalizedName("李雪", "Li Xue"), "li.xue@example.com", "+8613800000001", false);
    private static final Person HIRING_MANAGER = new Person(
            "7010000000000000002",
            new LocalizedName("王强", "Wang Qiang"),
            "wang.qiang@example.com",
            "+8613800000002",
            false);
    private static final Person ASSISTANT = new Person(
            "7010000000000000003", new LocalizedName("陈静", ""), "chen.jing@example.com", "+8613800000003", false);

    /** The people of every job. */
    static final Job.Team TEAM = new Job.Team(RECRUITER, List.of(HIRING_MANAGER), List.of(ASSISTANT));

    private DefaultWorld() {}

    static void fill(World world) {
        websites(world.websites());
        jobs(world.jobs());
        world.advertisements().set("7004000000000000004", Advertisements.State.CLOSED);
    }

    private static void websites(Websites websites) {
        websites.add(new Website(
                "7001000000000000001", "7002000000000000001", new LocalizedName("社招官网", "Careers"), List.of(1)));
        websites.add(new Website(
                "7001000000000000002", "7002000000000000002", new LocalizedName("校园招聘官网", "Campus"), List.of(2)));
        websites.add(new Website(
                "7001000000000000003", "7002000000000000003", new LocalizedName("海外招聘官网", ""), List.of(1, 2)));
    }

    private static void jobs(Jobs jobs) {
        jobs.declare("7003000000000000001", "BE-001", "后端开发工程师", 1, List.of("7004000000000000001"));
        jobs.declare("7003000000000000002", "PM-001", "产品经理 Product Manager", 1, List.of("7004000000000000002"));
        jobs.declare("7003000000000000003", "CAMPUS-01", "2027 届管培生", 2, List.of("7004000000000000003"));
        jobs.declare("7003000000000000004", "HR-001", "招聘专员", 1, List.of("7004000000000000004"));
    }
}
