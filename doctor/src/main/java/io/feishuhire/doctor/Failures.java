package io.feishuhire.doctor;

import io.feishuhire.connector.feishu.FeishuFailure;
import io.feishuhire.connector.feishu.FeishuOperation;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a failure means and what to do, in both languages. */
final class Failures {

    private Failures() {}

    static Text text(FeishuFailure failure) {
        var zh = Stream.of(
                        failure.detailZh().orElse(""),
                        failure.advice(FeishuOperation.INSPECT).zh(),
                        facts(failure).zh())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining());
        return new Text(failure.message(FeishuOperation.INSPECT), zh);
    }

    /** The numbers that support asks for, in brackets; nothing where there are none. */
    static Text facts(FeishuFailure failure) {
        var en = facts(failure, "Feishu code ", "HTTP status ", "Feishu log id ", ", ");
        var zh = facts(failure, "错误码 ", "HTTP 状态码 ", "日志 ID ", "，");
        return new Text(en.isEmpty() ? "" : "(" + en + ")", zh.isEmpty() ? "" : "（" + zh + "）");
    }

    private static String facts(FeishuFailure failure, String code, String status, String logId, String between) {
        return Stream.of(
                        failure.code().stream().mapToObj(number -> code + number),
                        failure.httpStatus().stream().mapToObj(number -> status + number),
                        failure.logId().stream().map(id -> logId + id))
                .flatMap(facts -> facts)
                .collect(Collectors.joining(between));
    }
}
