package io.feishuhire.deploy;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that gives out at most one job, at once or late, and takes results at once, late or never. */
final class RefusingGateway extends GatewayImplBase implements AutoCloseable {

    static final String REASON = "Insufficient permissions";

    private final Server server;
    private final AtomicBoolean hasJob;
    private final AtomicInteger refusals;
    private final Duration timeToFindJob;
    private final CountDownLatch askedForJob = new CountDownLatch(1);
    private final AtomicBoolean askedForStream = new AtomicBoolean();
    private final Queue<FailJobRequest> taken = new ConcurrentLinkedQueue<>();

    private RefusingGateway(boolean hasJob, Duration timeToFindJob, int refusals) {
        this.hasJob = new AtomicBoolean(hasJob);
        this.timeToFindJob = timeToFindJob;
        this.refusals = new AtomicInteger(refusals);
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(this)
                .build();
    }

    static RefusingGateway withoutJobs() throws IOException {
        return new RefusingGateway(false, Duration.ZERO, 0).start();
    }

    /** It has one job, without any input, and refuses its result so many times. */
    static RefusingGateway withOneJob(int refusals) throws IOException {
        return new RefusingGateway(true, Duration.ZERO, refusals).start();
    }

    /** It has one job, without any input, but answers the request for it only after a time. */
    static RefusingGateway withOneJobAfter(Duration timeToFindJob) throws IOException {
        return new RefusingGateway(true, timeToFindJob, 0).start();
    }

    private RefusingGateway start() throws IOException {
        server.start();
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Waits until the job has been asked for. It may not have been given out yet. */
    void awaitRequestForJob() throws InterruptedException {
        if (!askedForJob.await(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Nobody asked for the job");
        }
    }

    /** Whether a worker wanted jobs to be pushed. */
    boolean wasAskedForStream() {
        return askedForStream.get();
    }

    List<FailJobRequest> resultsTaken() {
        return List.copyOf(taken);
    }

    @Override
    public void topology(TopologyRequest request, StreamObserver<TopologyResponse> answer) {
        answer.onNext(TopologyResponse.newBuilder().setGatewayVersion("8.8.0").build());
        answer.onCompleted();
    }

    @Override
    public void activateJobs(ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> answer) {
        if (!request.getType().startsWith("io.feishuhire:list-choices") || !hasJob.compareAndSet(true, false)) {
            refuse(answer, Status.PERMISSION_DENIED);
            return;
        }
        askedForJob.countDown();
        CompletableFuture.delayedExecutor(timeToFindJob.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> giveOut(request, answer));
    }

    private static void giveOut(ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> answer) {
        var job = ActivatedJob.newBuilder()
                .setKey(4711)
                .setType(request.getType())
                .setCustomHeaders("{}")
                .setVariables("{}")
                .setRetries(3)
                .setDeadline(Instant.now().plus(Duration.ofMinutes(5)).toEpochMilli());
        answer.onNext(ActivateJobsResponse.newBuilder().addJobs(job).build());
        answer.onCompleted();
    }

    @Override
    public void streamActivatedJobs(StreamActivatedJobsRequest request, StreamObserver<ActivatedJob> answer) {
        askedForStream.set(true);
        refuse(answer, Status.PERMISSION_DENIED);
    }

    @Override
    public void failJob(FailJobRequest request, StreamObserver<FailJobResponse> answer) {
        if (refusals.getAndDecrement() > 0) {
            refuse(answer, Status.RESOURCE_EXHAUSTED);
            return;
        }
        taken.add(request);
        answer.onNext(FailJobResponse.getDefaultInstance());
        answer.onCompleted();
    }

    private static void refuse(StreamObserver<?> answer, Status status) {
        answer.onError(status.withDescription(REASON).asRuntimeException());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
