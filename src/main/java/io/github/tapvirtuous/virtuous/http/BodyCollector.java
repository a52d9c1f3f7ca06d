package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Buffers;
import io.github.tapvirtuous.json.Bytes;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body with one copy per byte, and stops at a limit. */
final class BodyCollector implements BodySubscriber<Bytes> {
  private final CompletableFuture<Bytes> whole = new CompletableFuture<>();
  private final Buffers buffers;
  private final long expected;
  private final int limit;
  private Bytes collected = Bytes.none();
  private volatile Subscription subscription = new NoSubscription();

  /**
   * Collects one body.
   *
   * @param expected what Content-Length says, or a guess
   */
  BodyCollector(Buffers buffers, long expected, int limit) {
    this.buffers = buffers;
    this.expected = expected;
    this.limit = limit;
  }

  @Override
  public CompletionStage<Bytes> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (expected > limit) {
      stop(new TooLarge());
      return;
    }
    try {
      collected = buffers.lend((int) expected);
      given.request(Long.MAX_VALUE);
    } catch (OutOfMemoryError full) {
      stop(full);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> chunks) {
    try {
      chunks.forEach(this::add);
    } catch (OutOfMemoryError full) {
      stop(full);
    }
  }

  private void add(ByteBuffer chunk) {
    if (whole.isDone()) {
      return; // what was stopped may bring some more
    }
    if (collected.length() + chunk.remaining() > limit) {
      stop(new TooLarge());
    } else {
      collected.add(chunk);
    }
  }

  /** Drops what is there first: what follows needs some memory. */
  private void stop(Throwable why) {
    collected = Bytes.none();
    whole.completeExceptionally(why);
    subscription.cancel();
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

  /** A body that was not read to its end. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
