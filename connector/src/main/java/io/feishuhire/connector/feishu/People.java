package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** People by their e-mail addresses ("通过手机号或邮箱获取用户 ID" of contact). */
final class People {

    private static final ApiCall.RateLimit LIMIT = ApiCall.RateLimit.ofMinute("people by e-mail");
    private static final String PATH = "/open-apis/contact/v3/users/batch_get_id?user_id_type=";

    private People() {}

    /**
     * The ids of people, by what they were given as. It makes one call, or none where all are given by their ids.
     *
     * @throws FeishuException when one of them is not found, with a message that names the field
     */
    static Map<String, String> ids(ApiSession session, JobTeam team) {
        var ids = new HashMap<String, String>();
        team.all()
                .filter(person -> !person.isEmail())
                .forEach(person -> ids.put(person.idOrEmail(), person.idOrEmail()));
        var emails = team.all()
                .filter(Person::isEmail)
                .map(Person::idOrEmail)
                .distinct()
                .toList();
        if (emails.isEmpty()) {
            return ids;
        }
        var found = find(session, team.idType(), emails);
        team.all().filter(Person::isEmail).forEach(person -> {
            var id = found.get(key(person.idOrEmail()));
            if (id == null) {
                throw notFound(person.field());
            }
            ids.put(person.idOrEmail(), id);
        });
        return ids;
    }

    private static Map<String, String> find(ApiSession session, Person.IdType idType, List<String> emails) {
        var body = JsonNodeFactory.instance.objectNode();
        emails.forEach(body.putArray("emails")::add);
        var reply = execute(session, ApiCall.post(LIMIT, PATH + idType.parameter(), body.toString()));
        var found = new HashMap<String, String>();
        for (var user : reply.data().path("user_list")) {
            var id = JsonText.of(user, "user_id");
            if (!id.isEmpty()) {
                found.put(key(JsonText.of(user, "email")), id);
            }
        }
        return found;
    }

    private static FeishuReply execute(ApiSession session, ApiCall call) {
        try {
            return session.execute(call);
        } catch (FeishuException failed) {
            throw failed.failure().error() == FeishuError.PERMISSION_DENIED
                    ? new FeishuException(failed.failure().needing(AppPermission.PEOPLE_BY_EMAIL.scope()))
                    : failed;
        }
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    private static FeishuException notFound(String field) {
        return new FeishuException(FeishuFailure.invalidParameter(
                field
                        + " holds an e-mail address that Feishu cannot match to a person. It has to be the address in the person's"
                        + " Feishu profile, not the company mailbox, and the person has to be within the app's data range.",
                field + "：在飞书中找不到该邮箱对应的人员。请填写该人员飞书个人资料中的邮箱（不是企业邮箱），并确认该人员在应用的通讯录权限范围内。"));
    }
}
