package io.feishuhire.runtime;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.client.jobhandling.JobWorkerManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Camunda's job workers, which do not leave jobs behind when the runtime stops. Camunda's client ends its threads and
 * its connection at once: jobs that it has fetched and not begun, and results that are on their way, are lost, and the
 * engine hands those jobs out again only after their time-out. Here, a stop
 *
 * <ol>
 *   <li>closes the workers, so that no new jobs are fetched, and waits for the answers to the last requests for jobs;
 *   <li>hands jobs that were not begun back to the engine, with all their retries;
 *   <li>waits for jobs under way, and until the engine has their results, which are sent again where it did not take
 *       them;
 *   <li>interrupts jobs that take too long, and waits until the engine knows.
 * </ol>
 */
final class GracefulJobWorkers extends JobWorkerManager {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulJobWorkers.class);

    /** A job may have come and not been passed to a thread yet, or may have been pushed just before the stop. */
    private static final Duration UNTIL_NO_MORE_COME = Duration.ofMillis(500);

    private static final Duration AFTER_INTERRUPTION = Duration.ofSeconds(5);

    /** So that jobs can be handed back although all other threads work. */
    private static final int MORE_THREADS = 2;

    private final JobWorkerManager workers;
    private final ScheduledThreadPoolExecutor threads;
    private final Duration requestTimeout;
    private final Duration timeToStop;
    private final UnderWay underWay = new UnderWay();
    private final JobRequests requests = new JobRequests(System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(GracefulJobWorkers::daemon);
    private volatile boolean stopping;

    /**
     * Takes over the workers of a runtime.
     *
     * @param threads which run the jobs
     * @param requestTimeout for how long the engine keeps a request for jobs open when it has none
     * @param timeToStop how long jobs may go on after the stop
     */
    GracefulJobWorkers(
            JobWorkerManager workers,
            ScheduledThreadPoolExecutor threads,
            Duration requestTimeout,
            Duration timeToStop) {
        super(null, null, null, null, null, null);
        this.workers = workers;
        this.threads = threads;
        this.requestTimeout = requestTimeout;
        this.timeToStop = timeToStop;
    }

    @Override
    public JobWorker openWorker(CamundaClient client, JobWorkerValue settings) {
        return added(workers.openWorker(client, withRequestTimeout(settings)), settings);
    }

    @Override
    public JobWorker openWorker(CamundaClient client, JobWorkerValue settings, JobHandler handler) {
        return added(
                workers.openWorker(
                        client, withRequestTimeout(settings), (jobClient, job) -> work(handler, jobClient, job)),
                settings);
    }

    /** Of the default settings of workers, Camunda's starter leaves out this one for connectors. */
    private JobWorkerValue withRequestTimeout(JobWorkerValue settings) {
        if (settings.getRequestTimeout() == null) {
            settings.setRequestTimeout(requestTimeout);
        }
        return settings;
    }

    private JobWorker added(JobWorker worker, JobWorkerValue settings) {
        requests.add(worker, settings.getRequestTimeout());
        return worker;
    }

    private void work(JobHandler handler, JobClient client, ActivatedJob job) throws Exception {
        underWay.begin();
        try {
            var counted = CountedCommands.of(client, job, underWay, this::later, InstantSource.system());
            if (stopping) {
                handBack(counted, job);
            } else {
                handler.handle(counted, job);
            }
        } finally {
            underWay.end();
        }
    }

    private static void handBack(JobClient client, ActivatedJob job) {
        LOG.info("Handing job {} back, as the runtime stops", job.getKey());
        var unused = client.newFailCommand(job)
                .retries(job.getRetries())
                .errorMessage("The connector runtime stopped before it began this job. Another will take it.")
                .send();
    }

    private void later(Duration pause, Runnable task) {
        var unused = timer.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "results-again");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void closeAllOpenWorkers() {
        if (stopping) {
            return;
        }
        stopping = true;
        cancelDelayedTasks();
        workers.closeAllOpenWorkers();
        cancelDelayedTasks();
        threads.setCorePoolSize(threads.getCorePoolSize() + MORE_THREADS);
        var lostBefore = underWay.lost();
        try {
            awaitJobs();
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
        if (underWay.count() == 0 && !requests.areAnswered()) {
            LOG.warn(
                    "A request for jobs failed or had no answer during the stop. Jobs that the engine gave out for it come"
                            + " back at their time-out");
        }
        LOG.info(
                "Stopped; {} jobs or results are left to the engine's job time-out",
                underWay.count() + underWay.lost() - lostBefore);
    }

    /**
     * Without a cluster, each worker tries again after a while to open its stream of jobs. If it does so after its end,
     * Camunda's client keeps the stream's lock, and the program never stops. Jobs themselves have no delay.
     */
    private void cancelDelayedTasks() {
        threads.getQueue().removeIf(task -> ((Delayed) task).getDelay(TimeUnit.NANOSECONDS) > 0);
    }

    private void awaitJobs() throws InterruptedException {
        LOG.info(
                "Stopping: waiting for the answers to requests for jobs, and for {} jobs and results under way",
                underWay.count());
        var end = System.nanoTime() + timeToStop.toNanos();
        requests.awaitAnswers(timeToStop);
        if (!underWay.awaitNone(Duration.ofNanos(end - System.nanoTime()), UNTIL_NO_MORE_COME)) {
            LOG.warn("Stopping: {} are still under way after {}; interrupting them", underWay.count(), timeToStop);
            threads.shutdownNow();
            underWay.awaitNone(AFTER_INTERRUPTION, Duration.ZERO);
        }
    }

    @Override
    public void closeWorker(JobWorker worker) {
        workers.closeWorker(worker);
    }

    @Override
    public Optional<JobWorkerValue> findJobWorkerConfigByName(String name) {
        return workers.findJobWorkerConfigByName(name);
    }

    @Override
    public Optional<JobWorkerValue> findJobWorkerConfigByType(String type) {
        return workers.findJobWorkerConfigByType(type);
    }
}
