package io.feishuhire.playground;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.feishuhire.examples.Example;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do with processes: start and cancel instances, complete tasks, and let time pass. */
@RestController
@RequestMapping("/api")
final class CamundaApi {

    private static final long FIRST_OF_BULK = 6_960_663_240_930_000_000L;
    private static final int LARGEST_BULK = 1000;
    private static final String REFERRAL_PLATFORM = "3";
    private static final Duration LONGEST_MOVE = Duration.ofDays(366);

    private final Playground playground;
    private final CamundaView view;
    private final AtomicLong advertisementsInBulks = new AtomicLong();

    CamundaApi(Playground playground, PageView view) {
        this.playground = playground;
        this.view = view.camunda();
    }

    record Variables(Map<String, Object> variables) {}

    record Started(String key) {}

    /** A form, or none, and the variables that it begins with. */
    record FilledForm(@JsonRawValue String form, Map<String, Object> variables) {}

    record Move(Duration by, Boolean toNextTimer) {}

    record Bulk(int count) {}

    @GetMapping(path = "/processes/{id}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    String diagram(@PathVariable String id) {
        return playground.processes().get(id).diagram().toXml();
    }

    @GetMapping("/processes/{id}/start-form")
    FilledForm startForm(@PathVariable String id) {
        var process = playground.processes().get(id);
        return new FilledForm(process.startForm().map(process.forms()::get).orElse(null), process.variables());
    }

    @PostMapping("/processes/{id}/instances")
    @ResponseStatus(HttpStatus.CREATED)
    Started start(@PathVariable String id, @RequestBody Variables variables) {
        var process = playground.processes().get(id);
        if (!process.diagram().hasNoneStartEvent(id)) {
            throw Problem.invalid(
                    "This process starts by a timer, a message or a signal only. For a timer, move the clock.",
                    "该流程只能由定时器、消息或信号启动。如由定时器启动，请向前推进时间。");
        }
        return started(process, GivenVariables.of(variables.variables()));
    }

    @PostMapping("/instances/{key}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long key) {
        playground.engine().client().newCancelInstanceCommand(key).send().join();
    }

    @GetMapping("/tasks/{key}")
    FilledForm task(@PathVariable long key) {
        var instance = view.instanceOf(key).orElseThrow(CamundaApi::taskIsDone);
        var form = instance.openUserTasks().stream()
                .filter(task -> task.key() == key && task.formId() != null)
                .findFirst()
                .flatMap(task -> playground
                        .processes()
                        .find(instance.processId())
                        .map(process -> process.forms().get(task.formId())));
        return new FilledForm(
                form.orElse(null), playground.engine().variablesSeenBy(instance.processInstanceKey(), key));
    }

    @PostMapping("/tasks/{key}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable long key, @RequestBody Variables variables) {
        if (view.instanceOf(key).isEmpty()) {
            throw taskIsDone();
        }
        playground.engine().completeUserTask(key, GivenVariables.of(variables.variables()));
    }

    /** Moves the clock: 204 if it has moved, 202 if it waits for the connectors. */
    @PostMapping("/time")
    ResponseEntity<Void> move(@RequestBody Move move) {
        var by = move.by();
        var toNextTimer = Boolean.TRUE.equals(move.toNextTimer());
        if (!toNextTimer && (by == null || !by.isPositive() || by.compareTo(LONGEST_MOVE) > 0)) {
            throw Problem.invalid("The clock moves forward, by a year at most.", "时间只能向前推进，每次最多一年。");
        }
        if (toNextTimer && playground.time().nextTimer().isEmpty()) {
            throw Problem.notFound("No timer is due.", "没有待触发的定时器。");
        }
        var asked = toNextTimer ? new EngineTime.Move.ToNextTimer() : new EngineTime.Move.By(by);
        return playground.time().ask(asked)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.accepted().build();
    }

    @DeleteMapping("/time")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveUpMove() {
        playground.time().giveUp();
    }

    /** Starts one instance that publishes many advertisements, none of which was published before. */
    @PostMapping("/bulk")
    @ResponseStatus(HttpStatus.CREATED)
    Started bulk(@RequestBody Bulk bulk) {
        if (bulk.count() < 1 || bulk.count() > LARGEST_BULK) {
            throw Problem.invalid(
                    "A bulk has 1 to " + LARGEST_BULK + " advertisements.", "批量发布的职位广告数量须为 1 到 " + LARGEST_BULK + "。");
        }
        var process = playground.processes().get(Example.BULK_PUBLISH.processId());
        var first = FIRST_OF_BULK + advertisementsInBulks.getAndAdd(bulk.count());
        var ids = LongStream.range(first, first + bulk.count())
                .mapToObj(Long::toString)
                .toList();
        return started(process, Example.bulkOf(ids, REFERRAL_PLATFORM));
    }

    private Started started(PlayedProcess process, Map<String, Object> variables) {
        return new Started(Long.toString(playground.engine().start(process.id(), variables)));
    }

    private static Problem taskIsDone() {
        return Problem.notFound("This task is no longer open: it was completed or cancelled.", "该任务已完成或已取消。");
    }
}
