package io.github.tapvirtuous.http;

import io.github.tapvirtuous.buffer.Buffers;
import io.github.tapvirtuous.buffer.Bytes;
import io.github.tapvirtuous.error.UnusableReplyException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body with one copy per byte, and stops at a limit. */
final class BodyCollector implements BodySubscriber<Bytes> {
  private final CompletableFuture<Bytes> whole = new CompletableFuture<>();
  private final Bytes collected;
  private final int limit;
  private final boolean tooLarge;
  private volatile Subscription subscription = new NoSubscription();

  /**
   * Collects one body.
   *
   * @param expected what Content-Length says, or a guess
   */
  BodyCollector(Buffers buffers, long expected, int limit) {
    this.limit = limit;
    this.tooLarge = expected > limit;
    this.collected = tooLarge ? Bytes.none() : buffers.lend((int) expected);
  }

  @Override
  public CompletionStage<Bytes> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (tooLarge) {
      stop();
    } else {
      given.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> chunks) {
    for (var chunk : chunks) {
      if (collected.length() + chunk.remaining() > limit) {
        stop();
        return;
      }
      collected.add(chunk);
    }
  }

  private void stop() {
    subscription.cancel();
    whole.completeExceptionally(new ReplyTooLargeException());
  }

  @Override
  public void onError(Throwable thrown) {
    whole.completeExceptionally(new UnusableReplyException("it was cut off", thrown));
  }

  @Override
  public void onComplete() {
    whole.complete(collected);
  }

  /** Before the first one. */
  private static final class NoSubscription implements Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
