package io.feishuhire.connector.feishu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Collects a response body up to a bound; beyond it, hangs up. The JDK has this only from release 25 on. */
final class BoundedBodySubscriber implements BodySubscriber<byte[]> {

    /** The body is larger than the bound. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final int maxBytes;
    private final Consumer<byte[]> recipient;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream(256);
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.Subscription subscription;

    /**
     * A body that nothing is known of yet.
     *
     * @param recipient gets the body as soon as it is complete
     */
    BoundedBodySubscriber(int maxBytes, Consumer<byte[]> recipient) {
        this.maxBytes = maxBytes;
        this.recipient = recipient;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            if (buffer.remaining() > maxBytes - received.size()) {
                subscription.cancel();
                body.completeExceptionally(new TooLargeException());
                return;
            }
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            received.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        if (body.complete(received.toByteArray())) {
            recipient.accept(body.join());
        }
    }
}
