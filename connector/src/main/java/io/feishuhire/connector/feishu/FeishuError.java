package io.feishuhire.connector.feishu;

import static io.feishuhire.connector.feishu.FailureKind.PERMANENT;
import static io.feishuhire.connector.feishu.FailureKind.THROTTLED;
import static io.feishuhire.connector.feishu.FailureKind.TRANSIENT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The catalogue of everything that can go wrong. This is the one file to change when Feishu adds an error code: add the
 * number to a constant, or a constant with its kind, its codes and its advice. BPMN error codes, the documentation of
 * the element template and the tests follow from it.
 *
 * <p>Sources: the error tables of Feishu's pages "发布职位广告", "自建应用获取 tenant_access_token" and "通用错误码".
 */
@SuppressWarnings("ImmutableEnumChecker") // A set that cannot change is immutable, but not to the checker.
public enum FeishuError {
    /** The switch that lets other systems change jobs is off. */
    API_SYNC_DISABLED(
            PERMANENT,
            "Feishu Hire does not let other systems change jobs as long as its API sync switch is off. Ask a Feishu Hire"
                    + " administrator to turn it on under Feishu Hire › Settings › Job management › Job settings ›"
                    + " Sync jobs through the API (飞书招聘 › 设置 › 职位管理 › 职位设置 › 通过 API 同步职位), then"
                    + " {again}.",
            "飞书招聘未开启「通过 API 同步职位」，外部系统暂时无法发布或修改职位。请联系飞书招聘管理员前往「飞书招聘 › 设置 › 职位管理 › 职位设置 ›"
                    + " 通过 API 同步职位」开启开关，然后{again}。",
            Codes.of(1002613)),

    /** The job that the advertisement belongs to is closed. */
    JOB_CLOSED(
            PERMANENT,
            "The job is closed. If the position is still to be filled, reopen the job in Feishu Hire and {again};"
                    + " otherwise give it up.",
            "该职位已关闭。如仍需招聘，请先在飞书招聘中重启该职位，再{again}；如已不再招聘，请放弃。",
            Codes.of(1002609)),

    /** There is no job with this id. */
    JOB_NOT_FOUND(
            PERMANENT,
            "Feishu Hire has no job with this ID. Check the ID in Feishu Hire: the job may have been deleted, or the ID"
                    + " may belong to another company or be that of an advertisement. Then try again with the right ID.",
            "飞书招聘中没有该 ID 对应的职位。请在飞书招聘中核对职位 ID：职位可能已被删除，或填写的是其他企业的职位 ID、职位广告 ID。更正后请重试。",
            Codes.of(1002601, 1002207)),

    /** A job with this code exists already. Feishu has no number for it: the connector looks before it creates. */
    JOB_ALREADY_CREATED(
            PERMANENT,
            "Feishu Hire already has a job with this code. Find it there by its code. If an earlier attempt of this task"
                    + " created it, go on with it in Feishu Hire, as no call tells the ID of its advertisement. If it belongs to"
                    + " another position, leave it alone, choose another code, and {again}.",
            "飞书招聘中已有使用该职位编号的职位，请按职位编号找到该职位。如由本任务之前的一次执行新建，请直接在飞书招聘中处理（其职位广告 ID 无法通过接口获取）；"
                    + "如属于其他招聘需求，请勿改动，更换职位编号后{again}。",
            Codes.NONE),

    /** Feishu does not accept the advertisement, or there is none with this id. */
    ADVERTISEMENT_NOT_COMPLIANT(
            PERMANENT,
            "Feishu Hire does not accept this advertisement. Check the advertisement ID first: it is not the ID of the"
                    + " job. If it is right, see in Feishu Hire that the advertisement is complete, then"
                    + " {again}.",
            "飞书招聘提示职位广告不合规。请先核对职位广告 ID（注意不是职位 ID）；如无误，请到飞书招聘中确认该职位广告的内容完整，然后{again}。",
            Codes.of(1002624)),

    /** A value is not of the form that Feishu expects; also values that are rejected before anything is sent. */
    INVALID_PARAMETER(
            PERMANENT,
            "One of the values is not in the form Feishu Hire expects. {correct} and {again}.",
            "填写的内容不符合飞书招聘的要求。{correct}后{again}。",
            Codes.of(1002002, 9499, 1000001, 1000002, 99991201, 99991301, 99992402)
                    .and(1002603, 1002604, 1002605, 1002606, 1002607, 1002608, 1002622, 1002623, 1002630)
                    .andRange(99992351, 99992381)),

    /** Feishu failed inside; the request may have been carried out. */
    SYSTEM_ERROR(
            TRANSIENT,
            "Feishu had an internal error. {ifUnsure}. If it keeps happening, have the app's credentials and permissions checked, and"
                    + " give the log ID to Feishu support.",
            "飞书系统内部出错。{ifUnsure}。如反复出现，请检查应用的凭证和权限，" + "并将日志 ID（Log ID）提供给飞书技术支持。",
            Codes.of(1002001, 1020001, 1000003, 1500, 2200, 5000).and(1002631, 1002619)),

    /** Feishu, or our own limiter, says: not now. */
    RATE_LIMITED(
            THROTTLED,
            "Too many requests for this Feishu app at once, so this one was not carried out. {whenRoom}.",
            "短时间内请求过多，达到飞书的频率限制，{whenRoom}。",
            Codes.of(99991400, 1000004, 1000005)),

    /** The app's credentials, or its tokens, are refused. */
    AUTHENTICATION_FAILED(
            PERMANENT,
            "Feishu does not accept the app's credentials. Ask the person who runs the Feishu app to compare the App ID"
                    + " and App Secret with those in the Feishu Developer Console under Credentials & Basic Info, to"
                    + " see that the app has been published, and to check that the task's region is the platform on which"
                    + " the app was created (Feishu or Lark); then {again}.",
            "飞书未通过应用的身份验证。请联系飞书应用的负责人，在「开发者后台 › 凭证与基础信息」中核对 App ID 和 App Secret，确认应用已发布，"
                    + "并检查任务所选的平台（飞书或 Lark）与创建应用的平台一致，然后{again}。",
            Codes.of(10003, 10005, 10012, 10013, 10014, 10015, 99991543)
                    .and(20013, 20014, 99991661, 99991663, 99991664, 99991665, 99991668, 99991671)
                    .and(99991674, 99991675, 99991677, 99991679)),

    /** The app lacks a permission, or the person or department is outside of the data that it may see. */
    PERMISSION_DENIED(
            PERMANENT,
            "The Feishu app may not {act} yet. Ask the person who runs the app to request"
                    + " {permission} in the Feishu Developer Console under Permissions & Scopes, to"
                    + " release a new version of the app, and to have it approved by a Feishu administrator; then"
                    + " {again}.",
            "飞书应用没有{act}的权限。请联系应用负责人在「开发者后台 › 权限管理」中开通 {permission}，发布新的应用版本并由飞书管理员" + "审核通过，然后{again}。",
            Codes.of(99991672, 99991676).and(41050, 40004, 40014)),

    /** The app is disabled or not installed in the tenant, or the tenant's plan lacks the feature. */
    APP_UNAVAILABLE(
            PERMANENT,
            "The Feishu app is disabled or not installed in your company, or your company's Feishu plan does not include the"
                    + " feature. Ask a Feishu administrator to enable the app in the Feishu Admin Console under Workplace"
                    + " and to check the plan, then {again}.",
            "飞书应用已被停用或未在贵公司安装，或贵公司的飞书版本不包含此功能。请联系飞书管理员在「管理后台 › 工作台」的应用列表中启用该应用，" + "并确认版本权益，然后{again}。",
            Codes.of(99991662, 99991673, 212100).and(90003087, 90003088)),

    /** The caller's network address is not on the app's allow-list. */
    IP_NOT_ALLOWED(
            PERMANENT,
            "Feishu refuses calls from this server's network address. Ask the person who runs the Feishu app to add the"
                    + " server's outgoing IP address to the IP allow-list in the Feishu Developer Console under Security"
                    + " Settings, then {again}.",
            "当前服务器的 IP 不在飞书应用的 IP 白名单中，请求被拒绝。请联系应用负责人在「开发者后台 › 安全设置 › IP 白名单」中添加服务器的出口 IP，" + "然后{again}。",
            Codes.of(99991401)),

    /** The tenant's monthly quota of API calls is used up. */
    QUOTA_EXHAUSTED(
            PERMANENT,
            "Your company has used up this month's quota of Feishu API calls. Ask a Feishu administrator to extend it, or"
                    + " {again} once the new month's quota is available.",
            "贵公司本月的飞书 API 调用额度已用完。请联系飞书管理员升级版本或扩充额度，或等到下个月额度恢复后再{again}。",
            Codes.of(99991403)),

    /** No connection, no answer in time, or an answer that is not Feishu's; the request may have been carried out. */
    UNAVAILABLE(
            TRANSIENT,
            "Feishu could not be reached or gave no usable answer. {ifUnsure}, and ask IT to check the network"
                    + " connection if the problem stays.",
            "无法连接飞书，或飞书没有正常返回结果。{ifUnsure}。如问题持续存在，" + "请联系 IT 检查网络连接。",
            Codes.NONE),

    /** A redirect, or a 4xx that is no Feishu reply: the request went to the wrong place. */
    UNEXPECTED_ANSWER(
            PERMANENT,
            "Something other than Feishu's API answered, and trying again will not change that: the address, the region"
                    + " or a gateway on the way is wrong. Ask the person who runs the connector runtime to check the"
                    + " task's region and base URL, and any gateway or firewall between the runtime and Feishu; then"
                    + " {again}.",
            "返回结果的不是飞书开放平台，重试也无法解决：服务地址、平台或中间的网关有误。请联系连接器运行时的管理员，检查任务中的平台和服务地址，" + "以及运行时与飞书之间的网关或防火墙，然后{again}。",
            Codes.NONE),

    /**
     * A code that is not in this catalogue. Its kind is decided by the HTTP status: {@link FailureKind#PERMANENT} below
     * 500, {@link FailureKind#TRANSIENT} from 500 on.
     */
    UNKNOWN_ERROR(
            PERMANENT,
            "Feishu answered with an error that this connector does not know. Look the error number up in the Feishu Open"
                    + " Platform documentation, or give the number and the log ID to Feishu support, before you"
                    + " {again}.",
            "飞书返回了连接器暂未收录的错误。请在飞书开放平台文档中查询该错误码，或将错误码和日志 ID（Log ID）提供给飞书技术支持，排查后再{again}。",
            Codes.NONE);

    private static final Map<Integer, FeishuError> BY_CODE = Arrays.stream(values())
            .flatMap(error -> error.codes().boxed().map(code -> Map.entry(code, error)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final FailureKind kind;
    private final Advice advice;
    private final Codes codes;

    FeishuError(FailureKind kind, String adviceEn, String adviceZh, Codes codes) {
        this.kind = kind;
        this.advice = new Advice(adviceEn, adviceZh);
        this.codes = codes;
    }

    private record Codes(List<Integer> numbers) {
        static final Codes NONE = new Codes(List.of());

        static Codes of(int... numbers) {
            return NONE.and(numbers);
        }

        Codes and(int... more) {
            return with(Arrays.stream(more));
        }

        Codes andRange(int first, int last) {
            return with(IntStream.rangeClosed(first, last));
        }

        private Codes with(IntStream more) {
            return new Codes(Stream.concat(numbers.stream(), more.boxed()).toList());
        }
    }

    /**
     * The error that Feishu means by a code.
     *
     * @param code the {@code code} of a Feishu reply, other than 0
     * @return the catalogued error, or empty when the code is not in the catalogue
     */
    public static Optional<FeishuError> ofCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Whether asking again can help. For {@link #UNKNOWN_ERROR} the HTTP status has the last word. */
    public FailureKind kind() {
        return kind;
    }

    /** What a person should know and do, after an operation that failed. */
    public Advice advice(FeishuOperation operation) {
        return advice(operation, List.of());
    }

    /** The same; {@code scopes} are the permissions that Feishu asked for, where it named some. */
    Advice advice(FeishuOperation operation, List<String> scopes) {
        return operation.complete(advice, scopes);
    }

    /** Feishu's numbers for this error, the plainest first; none for errors that Feishu has no number for. */
    public IntStream codes() {
        return codes.numbers().stream().mapToInt(Integer::intValue);
    }
}
