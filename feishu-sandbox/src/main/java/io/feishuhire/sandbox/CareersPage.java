package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * What a candidate would see of an advertisement. Feishu's API has no address of such a page; the form of the path is
 * that of the pages at jobs.feishu.cn.
 */
final class CareersPage {

    private static final PathPattern PATH = PathPattern.of("/careers/:website_id/position/:advertisement_id/detail");

    private final World world;

    CareersPage(World world) {
        this.world = world;
    }

    static boolean is(String method, String path) {
        return method.equals("GET") && PATH.match(path).isPresent();
    }

    /** The path of a page, from the ids that the website shows. */
    static String path(String websiteId, String shownId) {
        return "/careers/" + websiteId + "/position/" + shownId + "/detail";
    }

    ReplyForm answer(String path) {
        var ids = PATH.match(path).orElseThrow();
        return world.read(() -> page(ids.get("website_id"), ids.get("advertisement_id")));
    }

    private ReplyForm page(String websiteId, String advertisementId) {
        var website = world.websites().find(websiteId);
        var job = website.flatMap(known -> world.jobPosts().find(known, advertisementId))
                .map(posting -> world.jobs().ofAdvertisement(posting.advertisementId()));
        var name = website.map(known -> known.name().any()).orElse("Careers");
        return job.map(online -> html(200, name, online.title(), "职位编号 Job code: " + online.code()))
                .orElseGet(() -> html(404, name, "职位不存在或已下线", "This job is not online here."));
    }

    private static ReplyForm html(int status, String website, String title, String text) {
        var page = """
                <!DOCTYPE html>
                <html lang="zh-CN">
                <head><meta charset="utf-8"><title>%1$s - %2$s</title></head>
                <body>
                <header>%2$s</header>
                <main><h1>%1$s</h1><p>%3$s</p></main>
                </body>
                </html>
                """.formatted(escaped(title), escaped(website), escaped(text));
        return new ReplyForm.Raw(status, "text/html; charset=utf-8", page.getBytes(UTF_8), Map.of());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
