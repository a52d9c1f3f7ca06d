package io.github.tapvirtuous.virtuous.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.json.Buffers;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.testing.Rule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyCollectorTest {
  private final Buffers buffers = new Buffers();
  private final Source source = new Source();

  @ParameterizedTest
  @ValueSource(longs = {0, 3, 6, 9})
  void collects_all_chunks_whatever_length_was_announced(long announced) {
    var collector = new BodyCollector(buffers, announced, 100);

    collector.onSubscribe(source);
    collector.onNext(List.of(chunk(1, 2), chunk(3)));
    collector.onNext(List.of(chunk(4, 5, 6)));
    collector.onComplete();

    assertThat(body(collector).join().copy()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(source.requested).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  @Rule("OUT-9")
  void stops_when_the_body_grows_beyond_the_limit() {
    var collector = new BodyCollector(buffers, 0, 5);

    collector.onSubscribe(source);
    collector.onNext(List.of(chunk(1, 2, 3)));
    assertThat(source.cancelled).isFalse();
    collector.onNext(List.of(chunk(4, 5, 6)));

    assertThat(source.cancelled).isTrue();
    assertThatThrownBy(() -> body(collector).join())
        .hasCauseInstanceOf(BodyCollector.TooLarge.class);
  }

  @Test
  void reads_nothing_when_the_announced_length_is_beyond_the_limit() {
    var collector = new BodyCollector(buffers, Long.MAX_VALUE, 5);

    collector.onSubscribe(source);

    assertThat(source.requested).isZero();
    assertThat(source.cancelled).isTrue();
    assertThatThrownBy(() -> body(collector).join())
        .hasCauseInstanceOf(BodyCollector.TooLarge.class);
  }

  @Test
  void never_gives_back_the_memory_of_a_body_that_was_cut_off() {
    var memory = buffers.lend(100);
    var array = memory.array();
    memory.close();
    var collector = new BodyCollector(buffers, 6, 100);

    collector.onSubscribe(source);
    collector.onNext(List.of(chunk(1, 2, 3)));
    collector.onError(new IOException("reset"));
    collector.onNext(List.of(chunk(4, 5, 6)));

    assertThat(body(collector)).isCompletedExceptionally();
    assertThat(buffers.lend(6).array()).isNotSameAs(array);
  }

  private static CompletableFuture<Bytes> body(BodyCollector collector) {
    return collector.getBody().toCompletableFuture();
  }

  private static ByteBuffer chunk(int... bytes) {
    var chunk = ByteBuffer.allocate(bytes.length);
    for (var each : bytes) {
      chunk.put((byte) each);
    }
    return chunk.flip();
  }

  /** Where chunks come from. */
  private static final class Source implements Subscription {
    private long requested;
    private boolean cancelled;

    @Override
    public void request(long count) {
      requested = count;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
