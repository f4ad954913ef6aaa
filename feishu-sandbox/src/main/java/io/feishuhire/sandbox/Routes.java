package io.feishuhire.sandbox;

import java.util.List;

/** The table of the calls that the sandbox knows, with what Feishu's page says about each. */
final class Routes {

    private static final RateLimit.Limits TEN = RateLimit.Limits.perSecond(10);
    private static final RateLimit.Limits FIFTY_AND_A_THOUSAND = new RateLimit.Limits(50, 1000);

    private Routes() {}

    static List<Route> of(World world) {
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

    private static Route hire(
            Endpoint endpoint, String call, List<String> scopes, RateLimit.Limits limits, Route.Answer answer) {
        return Route.of(endpoint, Api.HIRE, call, scopes, limits, answer);
    }
}
