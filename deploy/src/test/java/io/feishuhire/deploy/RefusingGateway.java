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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that gives out at most one job, at once or late, and takes results at once, late or never. */
final class RefusingGateway extends GatewayImplBase implements AutoCloseable {

    static final String REASON = "Insufficient permissions";

    private final Server server;
    private final AtomicBoolean hasJob;
    private final AtomicInteger refusals;
    private final CompletableFuture<Void> found;
    private final CompletableFuture<ActivateJobsRequest> askedForJob = new CompletableFuture<>();
    private final AtomicBoolean askedForStream = new AtomicBoolean();
    private final Queue<FailJobRequest> taken = new ConcurrentLinkedQueue<>();

    private RefusingGateway(boolean hasJob, CompletableFuture<Void> found, int refusals) {
        this.hasJob = new AtomicBoolean(hasJob);
        this.found = found;
        this.refusals = new AtomicInteger(refusals);
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(this)
                .build();
    }

    static RefusingGateway withoutJobs() throws IOException {
        return new RefusingGateway(false, CompletableFuture.completedFuture(null), 0).start();
    }

    /** It has one job, without any input, and refuses its result so many times. */
    static RefusingGateway withOneJob(int refusals) throws IOException {
        return new RefusingGateway(true, CompletableFuture.completedFuture(null), refusals).start();
    }

    /** It has one job, without any input, but answers the request for it only after {@link #findJob}. */
    static RefusingGateway withOneJobToFind() throws IOException {
        return new RefusingGateway(true, new CompletableFuture<>(), 0).start();
    }

    private RefusingGateway start() throws IOException {
        server.start();
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Waits for the request that the job is the answer to. It may not have been given out yet. */
    ActivateJobsRequest awaitRequestForJob() throws Exception {
        return askedForJob.get(3, TimeUnit.MINUTES);
    }

    /** Answers the request for the job after a time. */
    void findJob(Duration after) {
        CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> found.complete(null));
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
        askedForJob.complete(request);
        var unused = found.thenRun(() -> giveOut(request, answer));
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
