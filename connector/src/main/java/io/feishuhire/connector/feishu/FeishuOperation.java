package io.feishuhire.connector.feishu;

import java.util.List;
import java.util.Map;

/** What was tried when a failure came, as far as the advice depends on it. */
@SuppressWarnings("ImmutableEnumChecker") // Records of strings are immutable, but not to the checker.
public enum FeishuOperation {
    /** An advertisement was to be published. */
    PUBLISH(
            new Phrases(
                    "publish again",
                    "The advertisement ID and the channel ID consist of digits only: copy them again, without spaces, and"
                            + " for a website take its job_channel_id, not its id. Correct what is wrong",
                    "Check in Feishu Hire whether the advertisement is online already; if it is not, publish again later",
                    "Nothing is wrong with the advertisement: it is published as soon as there is room",
                    "publish job advertisements",
                    "the permission hire:advertisement"),
            new Phrases(
                    "重新发布",
                    "职位广告 ID 和招聘渠道 ID 只能包含半角数字，不能含空格或不可见字符；发布到官网时应填写官网的 job_channel_id，而不是官网的 id。请核对更正",
                    "请先在飞书招聘中查看该职位广告是否已经上线；如未上线，请稍后重新发布",
                    "本次发布未执行。职位广告本身没有问题，稍后会自动重新发布",
                    "发布职位广告",
                    "hire:advertisement 权限")),

    /** A process looked whether an advertisement is online. */
    CHECK(
            new Phrases(
                    "check again",
                    "The advertisement ID and the channel ID consist of digits only: copy them again, without spaces,",
                    "Nothing was changed in Feishu Hire; check again later",
                    "The check runs by itself as soon as there is room",
                    "look job advertisements up",
                    "the permissions hire:site:readonly, hire:site_job_post:readonly and hire:referral_website:readonly"),
            new Phrases(
                    "重新查询",
                    "职位广告 ID 和招聘渠道 ID 只能包含半角数字，不能含空格或不可见字符，请重新复制",
                    "本次仅为查询，飞书招聘中的内容没有任何变化，请稍后重新查询",
                    "本次查询未执行，稍后会自动重新查询",
                    "查询职位广告",
                    "hire:site:readonly、hire:site_job_post:readonly 和 hire:referral_website:readonly 权限")),

    /** The entries of a drop-down were to be read. */
    LIST_CHOICES(
            new Phrases(
                    "load the list again",
                    "Correct the field that the message names",
                    "Nothing was changed in Feishu; load the list again later",
                    "The list is read by itself as soon as there is room",
                    "read this list",
                    "the permission of this list, which the README names,"),
            new Phrases(
                    "重新加载选项",
                    "请更正提示中指出的字段",
                    "本次仅为读取，飞书中的内容没有任何变化，请稍后重新加载选项",
                    "本次读取未执行，稍后会自动重新读取",
                    "读取该列表",
                    "该列表所需的权限（见说明文档）")),

    /** A job was to be created. */
    CREATE(
            new Phrases(
                    "create the job again",
                    "Correct the field that the message names, or look in Feishu Hire under Settings › Job fields which"
                            + " fields your company requires,",
                    "Look in Feishu Hire whether the job was created; if it was not, create it again later",
                    "Nothing is wrong with the job: it is created as soon as there is room",
                    "create jobs",
                    "the permission hire:job"),
            new Phrases(
                    "再次新建职位",
                    "请更正提示中指出的字段，或在「飞书招聘 › 设置 › 职位管理 › 职位字段管理」中核对贵公司的必填字段",
                    "请先在飞书招聘中查看该职位是否已经新建；如未新建，请稍后重试",
                    "本次新建未执行。职位信息没有问题，稍后会自动重试",
                    "新建职位",
                    "hire:job 权限")),

    /** A job was to be looked up. */
    LOOK_UP(
            new Phrases(
                    "look the job up again",
                    "A job ID consists of digits only: copy it again, without spaces, from Feishu Hire",
                    "Nothing was changed in Feishu Hire; look the job up again later",
                    "The job is looked up by itself as soon as there is room",
                    "look jobs up",
                    "the permission hire:job.composite_info:readonly or hire:job:readonly"),
            new Phrases(
                    "重新查询",
                    "职位 ID 只能包含半角数字，不能含空格或不可见字符，请重新复制",
                    "本次仅为查询，飞书招聘中的内容没有任何变化，请稍后重新查询",
                    "本次查询未执行，稍后会自动重新查询",
                    "查询职位",
                    "hire:job.composite_info:readonly 或 hire:job:readonly 权限")),

    /** A job was to be opened or closed. */
    OPEN_OR_CLOSE(
            new Phrases(
                    "open or close the job again",
                    "Correct the field that the message names",
                    "The job may have been opened or closed all the same; doing it twice does no harm, so do it again later",
                    "Nothing is wrong with the job: it is opened or closed as soon as there is room",
                    "open or close jobs",
                    "the permission hire:job"),
            new Phrases(
                    "重新执行该操作",
                    "请更正提示中指出的字段",
                    "职位可能已经重启或关闭，重复操作没有影响，请稍后重新执行",
                    "本次操作未执行，稍后会自动重新执行",
                    "重启或关闭职位",
                    "hire:job 权限")),

    /** An operator looked what the app may do. */
    INSPECT(
            new Phrases(
                    "run this check again",
                    "Correct the setting that the message names",
                    "Nothing was changed in Feishu; run this check again later",
                    "Run this check again in a minute",
                    "make this call",
                    "the permission of this call, which Feishu's page names,"),
            new Phrases(
                    "重新检查",
                    "请更正提示中指出的设置",
                    "本次仅为检查，飞书中的内容没有任何变化，请稍后重新检查",
                    "本次检查未完成，请一分钟后重新检查",
                    "调用该接口",
                    "该接口所需的权限（见飞书文档）")),

    /** Anything; for callers that say no more. */
    ANY(
            new Phrases(
                    "try again",
                    "Correct the value that the message names",
                    "Look in Feishu Hire whether the request took effect; if it did not, try again later",
                    "Try again as soon as there is room",
                    "do this",
                    "the permission of this call, which Feishu's page names,"),
            new Phrases(
                    "重试", "请更正提示中指出的内容", "请先在飞书招聘中查看操作是否已经生效；如未生效，请稍后重试", "本次请求未执行，请稍后重试", "执行此操作", "该接口所需的权限（见飞书文档）"));

    private final Phrases en;
    private final Phrases zh;

    FeishuOperation(Phrases en, Phrases zh) {
        this.en = en;
        this.zh = zh;
    }

    /**
     * What fills the braces of an advice.
     *
     * @param again what to do when the cause is gone, {@code {again}}
     * @param correct how to correct the input, {@code {correct}}
     * @param ifUnsure what to do when Feishu may have done it all the same, {@code {ifUnsure}}
     * @param whenRoom what happens when the limit leaves room again, {@code {whenRoom}}
     * @param act what the app wanted to do, {@code {act}}
     * @param permission the permissions that it needs, {@code {permission}}
     */
    private record Phrases(
            String again, String correct, String ifUnsure, String whenRoom, String act, String permission) {

        String complete(String text, String scopes) {
            var phrases = Map.of(
                    "{again}", again,
                    "{correct}", correct,
                    "{ifUnsure}", ifUnsure,
                    "{whenRoom}", whenRoom,
                    "{act}", act,
                    "{permission}", scopes.isEmpty() ? permission : scopes);
            var completed = text;
            for (var phrase : phrases.entrySet()) {
                completed = completed.replace(phrase.getKey(), phrase.getValue());
            }
            return completed;
        }
    }

    /** The advice without braces; any one of the scopes that Feishu asks for is enough. */
    Advice complete(Advice advice, List<String> scopes) {
        return new Advice(
                en.complete(advice.en(), scopes.isEmpty() ? "" : "the permission " + String.join(" or ", scopes)),
                zh.complete(advice.zh(), scopes.isEmpty() ? "" : String.join(" 或 ", scopes) + " 权限"));
    }
}
