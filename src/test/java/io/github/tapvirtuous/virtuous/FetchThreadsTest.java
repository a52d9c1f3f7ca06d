package io.github.tapvirtuous.virtuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.report.CurrentStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class FetchThreadsTest {
  private final FetchThreads threads = new FetchThreads(1);

  @AfterEach
  void close() {
    threads.close();
  }

  @Test
  void hand_over_what_was_thrown() {
    var refused = SourceException.stopped(new InterruptedException());
    var work =
        threads.start(
            "gifts",
            () -> {
              throw refused;
            });

    assertThatThrownBy(() -> FetchThreads.await(work)).isSameAs(refused);
  }

  @Test
  void tell_what_to_do_when_memory_is_too_small() {
    var work =
        threads.start(
            "gifts",
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });

    assertThatThrownBy(() -> FetchThreads.await(work))
        .isInstanceOfSatisfying(
            SourceException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.REPLY))
        .hasMessageContainingAll("-Xmx", "page_size", "max_concurrent_requests");
  }

  @Test
  void carry_the_name_of_the_stream_that_they_work_for() {
    Callable<Optional<String>> named = () -> CurrentStream.in(MDC.getCopyOfContextMap());

    assertThat(FetchThreads.await(threads.start("gifts", named))).contains("gifts");
    assertThat(FetchThreads.await(threads.start("tags", named))).contains("tags");
  }

  @Test
  void stop_waiting_when_the_run_is_interrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> FetchThreads.await(new CompletableFuture<>()))
        .isInstanceOfSatisfying(
            SourceException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.STOPPED));
    assertThat(Thread.interrupted()).isTrue();
  }
}
