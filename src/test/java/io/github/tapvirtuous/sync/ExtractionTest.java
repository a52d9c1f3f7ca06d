package io.github.tapvirtuous.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.wiremock.StandInWireMock;
import io.github.tapvirtuous.sync.Extraction.Goal;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.virtuous.FetchThreads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run says of several streams, in no protocol's words. */
final class ExtractionTest {
  private final Transcript port = new Transcript();

  @AfterEach
  void the_signal_is_over() {
    Thread.interrupted(); // else the next test would be stopped
  }

  @Test
  void every_stream_finishes_whether_or_not_it_started() {
    var virtuous =
        StandIn.builder().rows("gifts", 12, 7).forbid("projects").rows("segments", 12, 7);

    run(virtuous, Goal.ALL_ROWS, port, "gifts", "projects", "segments");

    assertThat(
            port.lines().stream()
                .filter(line -> !line.startsWith("rows"))
                .map(ExtractionTest::shortened))
        .containsExactly(
            "started gifts",
            "checkpoint gifts",
            "checkpoint gifts",
            "finished gifts VERIFIED",
            "finished projects FORBIDDEN",
            "started segments",
            "checkpoint segments",
            "checkpoint segments",
            "finished segments VERIFIED");
  }

  @Test
  void a_list_that_comes_whole_is_one_batch() {
    run(StandIn.builder(), Goal.ALL_ROWS, port, "channel_types");

    assertThat(port.lines().stream().map(ExtractionTest::shortened))
        .containsExactly(
            "started channel_types",
            "rows channel_types",
            "checkpoint channel_types",
            "finished channel_types VERIFIED");
    assertThat(port.lines().get(2)).contains("\"complete\":true");
  }

  @Test
  void a_look_says_one_row_and_no_checkpoint() {
    run(StandIn.builder().rows("gifts", 12, 7), Goal.FIRST_ROW, port, "gifts", "channel_types");

    assertThat(port.lines().stream().map(ExtractionTest::shortened))
        .containsExactly(
            "started gifts",
            "rows gifts",
            "finished gifts VERIFIED",
            "started channel_types",
            "rows channel_types",
            "finished channel_types VERIFIED");
  }

  @Test
  void a_run_that_is_stopped_says_the_batch_at_hand_and_finishes_its_stream_alone() {
    var virtuous = StandIn.builder().rows("gifts", 100, 7);

    assertThatThrownBy(() -> run(virtuous, Goal.ALL_ROWS, new Signal(port), "gifts", "segments"))
        .isInstanceOfSatisfying(
            SourceException.class, stop -> assertThat(stop.kind()).isEqualTo(Kind.STOPPED));

    assertThat(port.lines().stream().map(ExtractionTest::shortened))
        .containsExactly(
            "started gifts", "rows gifts", "checkpoint gifts", "finished gifts INTERRUPTED");
  }

  private static void run(StandInBuilder standIn, Goal goal, MessagePort port, String... tables) {
    try (var virtuous = StandInWireMock.serving(standIn);
        var threads = new FetchThreads(4)) {
      var parts = Parts.reading(virtuous, threads);
      new Extraction(parts, goal, Checkpoints.none(), port, Optional.empty())
          .discovered(Stream.of(tables).map(name -> TableMap.named(name).orElseThrow()).toList());
    }
  }

  /** Without rows and states. */
  private static String shortened(String line) {
    var words = List.of(line.split(" ", -1));
    var kept = words.get(0).equals("finished") ? 3 : 2;
    return String.join(" ", words.subList(0, kept));
  }

  /** As a signal does it: when the first rows are said. */
  private record Signal(MessagePort port) implements MessagePort {
    @Override
    public void started(String stream, TableSchema schema) {
      port.started(stream, schema);
    }

    @Override
    public void rows(String stream, RenderedPage rows, Instant extractedAt, RowVersion version) {
      port.rows(stream, rows, extractedAt, version);
      Thread.currentThread().interrupt();
    }

    @Override
    public void deleted(String stream, RowKeys gone, Instant at, RowVersion version) {
      port.deleted(stream, gone, at, version);
    }

    @Override
    public void superseded(String stream, RowVersion version) {
      port.superseded(stream, version);
    }

    @Override
    public void checkpoint(String stream, Checkpoint state, long rows) {
      port.checkpoint(stream, state, rows);
    }

    @Override
    public void finished(String stream, Outcome outcome) {
      port.finished(stream, outcome);
    }
  }
}
