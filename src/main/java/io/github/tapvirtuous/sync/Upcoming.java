package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.sync.read.Batches;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.FetchThreads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The streams still to be read, some of them with their first page on its way, so that small tables
 * do not cost a round trip each.
 */
final class Upcoming {
  private final FetchThreads threads;
  private final Deque<AwaitedStream> waiting;
  private final Deque<Future<PreparedStream>> onTheirWay = new ArrayDeque<>();
  private final IntSupplier most;

  /**
   * A stream before its turn.
   *
   * @param name in the output
   * @param given as it was selected, if it was
   * @param prepare makes it ready: may ask Virtuous for its schema, and sends its first requests
   */
  record AwaitedStream(
      String name, Table table, Optional<SelectedStream> given, Supplier<PreparedStream> prepare) {}

  /** A stream whose first rows are on their way. */
  record PreparedStream(SelectedStream stream, Batches batches, StreamReport report) {}

  /**
   * Prepares nothing yet.
   *
   * @param most how many may be on their way, which may become fewer
   */
  Upcoming(FetchThreads threads, List<AwaitedStream> streams, IntSupplier most) {
    this.threads = threads;
    this.waiting = new ArrayDeque<>(streams);
    this.most = most;
  }

  /** Waits until the next stream is ready; throws what stood in its way. */
  PreparedStream next() {
    prepareUpTo(1);
    return FetchThreads.await(onTheirWay.remove());
  }

  /** Worth calling once the current stream has no request left to send. */
  void lookAhead() {
    prepareUpTo(most.getAsInt());
  }

  private void prepareUpTo(int count) {
    while (onTheirWay.size() < count && !waiting.isEmpty()) {
      var stream = waiting.remove();
      onTheirWay.add(threads.start(stream.name(), stream.prepare()::get));
    }
  }
}
