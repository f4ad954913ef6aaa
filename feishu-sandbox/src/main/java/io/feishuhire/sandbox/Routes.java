package io.feishuhire.sandbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of the calls that the sandbox knows, with what Feishu's page says about each. */
final class Routes {

    private static final RateLimit.Limits TEN = RateLimit.Limits.perSecond(10);
    private static final RateLimit.Limits TWENTY = RateLimit.Limits.perSecond(20);
    private static final RateLimit.Limits FIFTY = RateLimit.Limits.perSecond(50);
    private static final RateLimit.Limits FIFTY_AND_A_THOUSAND = new RateLimit.Limits(50, 1000);

    /** The pages of two calls say "special limit" and no number: this one is the sandbox's guess. */
    private static final RateLimit.Limits SPECIAL = TEN;

    private Routes() {}

    static List<Route> of(World world, Apps apps) {
        return Stream.of(advertisements(world), jobs(world), jobLife(world), lists(world), others(world, apps))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> advertisements(World world) {
        var posts = world.jobPosts();
        return List.of(
                hire(
                        Endpoint.PUBLISH,
                        "POST /advertisements/:advertisement_id/publish",
                        Scopes.PUBLISH,
                        TEN,
                        world.advertisements()::publish),
                hire(
                        Endpoint.WEBSITES,
                        "GET /websites",
                        Scopes.WEBSITES,
                        TEN,
                        Pages.of(10, 10, world.websites()::list)),
                hire(
                        Endpoint.WEBSITE_JOB_POST,
                        "GET /websites/:website_id/job_posts/:job_post_id",
                        Scopes.WEBSITE_JOB_POSTS,
                        FIFTY_AND_A_THOUSAND,
                        posts::onWebsite),
                hire(
                        Endpoint.WEBSITE_JOB_POSTS,
                        "GET /websites/:website_id/job_posts",
                        Scopes.WEBSITE_JOB_POSTS,
                        FIFTY_AND_A_THOUSAND,
                        Pages.of(10, 10, posts::listOfWebsite)),
                hire(
                        Endpoint.REFERRAL_JOB_POST,
                        "GET /referral_websites/job_posts/:job_post_id",
                        Scopes.REFERRAL_JOB_POSTS,
                        FIFTY_AND_A_THOUSAND,
                        posts::onReferralPlatform),
                hire(
                        Endpoint.REFERRAL_JOB_POSTS,
                        "GET /referral_websites/job_posts",
                        Scopes.REFERRAL_JOB_POSTS,
                        FIFTY_AND_A_THOUSAND,
                        Pages.of(10, 10, posts::listOfReferralPlatform)),
                hire(
                        Endpoint.PUBLISH_RECORDS,
                        "POST /job_publish_records/search",
                        Scopes.JOBS_OR_WRITING,
                        FIFTY_AND_A_THOUSAND,
                        Pages.of(10, 100, posts::records)));
    }

    private static List<Route> jobs(World world) {
        var jobs = world.jobCalls();
        return List.of(
                hire(Endpoint.JOBS, "GET /jobs", Scopes.JOBS, FIFTY, Pages.of(10, 20, jobs::list)),
                hire(Endpoint.JOB, "GET /jobs/:job_id", Scopes.JOBS, FIFTY, jobs::get),
                hire(Endpoint.JOB_DETAIL, "GET /jobs/:job_id/get_detail", Scopes.JOB_DETAIL, TWENTY, jobs::detail),
                hire(Endpoint.JOB_RECRUITER, "GET /jobs/:job_id/recruiter", Scopes.JOBS, FIFTY, jobs::recruiter));
    }

    private static List<Route> jobLife(World world) {
        var life = world.jobLife();
        var scopes = Scopes.WRITING_JOBS;
        return List.of(
                hire(Endpoint.CREATE_JOB, "POST /jobs/combined_create", scopes, TWENTY, life::create),
                hire(Endpoint.OPEN_JOB, "POST /jobs/:job_id/open", scopes, TEN, life::open),
                hire(Endpoint.CLOSE_JOB, "POST /jobs/:job_id/close", scopes, TEN, life::close));
    }

    private static List<Route> lists(World world) {
        var choices = world.choices();
        return List.of(
                hire(
                        Endpoint.JOB_PROCESSES,
                        "GET /job_processes",
                        Scopes.JOB_PROCESSES,
                        TWENTY,
                        Pages.of(10, 100, choices.list(Catalogue.JOB_PROCESSES))),
                hire(
                        Endpoint.JOB_TYPES,
                        "GET /job_types",
                        Scopes.JOBS,
                        TWENTY,
                        Pages.of(10, 100, choices.list(Catalogue.JOB_TYPES))),
                hire(
                        Endpoint.JOB_FUNCTIONS,
                        "GET /job_functions",
                        Scopes.JOBS,
                        TWENTY,
                        Pages.of(10, 50, choices.list(Catalogue.JOB_FUNCTIONS))),
                hire(
                        Endpoint.LOCATIONS,
                        "GET /locations",
                        Scopes.LOCATIONS,
                        TWENTY,
                        Pages.of(10, 100, choices::locations)),
                hire(
                        Endpoint.SUBJECTS,
                        "GET /subjects",
                        Scopes.SUBJECTS,
                        SPECIAL,
                        Pages.of(1, 200, choices.list(Catalogue.SUBJECTS))));
    }

    private static List<Route> others(World world, Apps apps) {
        return List.of(
                Route.of(
                        Endpoint.DEPARTMENTS,
                        Api.CONTACT,
                        "GET /departments/:department_id/children",
                        Scopes.DEPARTMENTS,
                        FIFTY_AND_A_THOUSAND,
                        Pages.of(10, 50, world.departments()::children)),
                Route.of(
                        Endpoint.USER_IDS,
                        Api.CONTACT,
                        "POST /users/batch_get_id",
                        Scopes.USER_IDS,
                        FIFTY_AND_A_THOUSAND,
                        world.people()::ids),
                Route.of(
                        Endpoint.SCOPES,
                        Api.APPLICATION,
                        "GET /scopes",
                        Scopes.NONE,
                        SPECIAL,
                        call -> Map.of("scopes", apps.askedFor(call.appId()))));
    }

    private static Route hire(
            Endpoint endpoint, String call, List<String> scopes, RateLimit.Limits limits, Route.Answer answer) {
        return Route.of(endpoint, Api.HIRE, call, scopes, limits, answer);
    }
}
