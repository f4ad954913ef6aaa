package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Jobs that were changed lately, by their codes ("获取职位列表", which has no filter by code). */
final class RecentJobs {

    private static final Duration LATELY = Duration.ofHours(2);
    private static final Advice TOO_MANY = new Advice(
            "More than 4,000 jobs were changed in the last two hours. The connector reads no more than that, so it cannot"
                    + " tell whether there is one with this code already, and created none. When fewer jobs change, {again};"
                    + " or have “Look for the code first” turned off in the process.",
            "最近两小时内变更的职位超过 4,000 个，连接器无法全部读取，不能确认该职位编号是否已被使用，因此没有新建职位。请待变更减少后{again}，" + "或在流程中关闭「先查找职位编号」。");
    private static final String NAME = "recent jobs";
    private static final int MAX_APPS = 1_000;

    private final InstantSource clock;
    private final KeptLists<Entry> scans;

    private record Entry(String code, JobId id) {

        static Stream<Entry> of(JsonNode item) {
            try {
                return Stream.of(new Entry(JsonText.of(item, "code"), new JobId(JsonText.of(item, "id"))));
            } catch (IllegalArgumentException noJob) {
                return Stream.empty();
            }
        }
    }

    RecentJobs(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.scans = new KeptLists<>(MAX_APPS, Duration.ZERO, nanoTime);
    }

    /**
     * Looks for a code, in a list that Feishu was asked for after this call began. One caller at a time reads it, for
     * all that wait.
     *
     * @throws FeishuException when the list cannot be had as a whole
     */
    Optional<JobId> find(ApiSession session, JobCode code) {
        var since = clock.instant().minus(LATELY).toEpochMilli();
        var result = scans.readNow(session, NAME, ChoiceList.JOBS.list(Long.toString(since)), Entry::of);
        return switch (result) {
            case ListReading.Whole<Entry> whole ->
                whole.entries().stream()
                        .filter(entry -> entry.code().equals(code.value()))
                        .map(Entry::id)
                        .findFirst();
            case ListReading.TooLong<Entry> tooLong ->
                throw new FeishuException(FeishuFailure.unavailable("").advising(TOO_MANY));
            case ListReading.None<Entry> impossible ->
                throw new IllegalStateException("No code is a result of this call");
        };
    }
}
