package io.github.tapvirtuous.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.config.TapConfig.SchemaDrift;
import io.github.tapvirtuous.config.TapConfig.TypeMismatch;
import io.github.tapvirtuous.config.TapConfig.Typing;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Meters;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.sync.Upcoming.PreparedStream;
import io.github.tapvirtuous.sync.read.ReadEnd;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.testing.LogLines;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The loop over a stream, with nobody behind it. */
final class StreamSyncTest {
  private static final Typing LENIENT = typing(SchemaDrift.DROP, TypeMismatch.NULL);
  private static final String STARTED = "started gifts keyed by id";
  private static final String FIRST = "rows gifts {\"id\":1,\"amount\":10}";

  private final Transcript port = new Transcript();
  private final FakeBatches batches = new FakeBatches();
  private final RunReport run =
      new RunReport(Clock.fixed(FakeBatches.EXTRACTED, ZoneOffset.UTC), Meters.NONE);
  private final StreamReport report = run.stream("gifts", "Gift");

  @Test
  void each_checkpoint_follows_the_rows_that_it_speaks_of_and_counts_them() {
    batches.with("[{\"id\":1,\"amount\":10},{\"id\":2,\"amount\":20}]").with("[{\"id\":3}]");

    var end = read(LENIENT);

    assertThat(end).isEqualTo(new ReadEnd(Outcome.VERIFIED, ""));
    assertThat(port.lines())
        .containsExactly(
            STARTED,
            FIRST + " {\"id\":2,\"amount\":20}",
            "checkpoint gifts {\"rows\":2} after 2",
            "rows gifts {\"id\":3,\"amount\":null}",
            "checkpoint gifts {\"rows\":3} after 1");
    assertThat(report.rows()).isEqualTo(3);
  }

  @Test
  void what_is_superseded_is_told_behind_the_last_rows_and_before_their_checkpoint() {
    batches.superseding(new RowVersion(7)).with("[{\"id\":1,\"amount\":10}]");

    read(LENIENT);

    assertThat(port.lines())
        .containsExactly(
            STARTED,
            FIRST + " in version 7",
            "superseded gifts by version 7",
            "checkpoint gifts {\"rows\":1} after 1");
  }

  @Test
  void a_batch_without_rows_still_says_where_the_stream_stands() {
    batches.with("[]");

    read(LENIENT);

    assertThat(port.lines()).containsExactly(STARTED, "checkpoint gifts {\"rows\":0} after 0");
  }

  @Test
  void a_batch_without_a_checkpoint_says_its_rows_alone() {
    batches.withoutCheckpoint("[{\"id\":1,\"amount\":10}]");

    read(LENIENT);

    assertThat(port.lines()).containsExactly(STARTED, FIRST);
  }

  @Test
  void nothing_is_said_of_a_stream_whose_first_rows_do_not_come() {
    var closed = new SourceException(Kind.FORBIDDEN, "gifts may not be read.", "");
    batches.failing(closed);

    assertThatThrownBy(() -> read(LENIENT)).isSameAs(closed);

    assertThat(port.lines()).isEmpty();
  }

  @Test
  void a_failure_in_the_middle_leaves_the_checkpoint_before_it_as_the_last_word() {
    var cut = new SourceException(Kind.NETWORK, "The network is away.", "");
    batches.with("[{\"id\":1,\"amount\":10}]").failing(cut).with("[{\"id\":2}]");

    assertThatThrownBy(() -> read(LENIENT)).isSameAs(cut);

    assertThat(port.lines())
        .containsExactly(STARTED, FIRST, "checkpoint gifts {\"rows\":1} after 1");
  }

  @Test
  void a_failure_tells_what_could_not_be_sent_besides() {
    var cut = new SourceException(Kind.NETWORK, "The network is away.", "");
    batches.with("[{\"id\":1}]").failing(cut).lacking("Besides, a row has no key.");

    assertThatThrownBy(() -> read(LENIENT)).hasMessageContaining("no key").hasCause(cut);
  }

  @Test
  void a_stream_that_is_stopped_goes_on_after_its_last_checkpoint() {
    batches
        .with("[{\"id\":1,\"amount\":10}]")
        .failing(SourceException.stopped(new InterruptedException()));

    assertThatThrownBy(() -> read(LENIENT))
        .isInstanceOfSatisfying(
            SourceException.class, stop -> assertThat(stop.kind()).isEqualTo(Kind.STOPPED));

    assertThat(port.lines()).endsWith("checkpoint gifts {\"rows\":1} after 1");
  }

  @Test
  void rows_that_could_not_be_sent_fail_the_stream_once_all_others_were_said() {
    var unsent = new SourceException(Kind.REPLY, "2 row(s) of gifts have no usable key.", "");
    batches
        .with("[{\"id\":1,\"amount\":10}]")
        .ending(
            () -> {
              throw unsent;
            });

    assertThatThrownBy(() -> read(LENIENT)).isSameAs(unsent);

    assertThat(port.lines()).hasSize(3);
  }

  @Test
  void a_field_that_the_schema_lacks_fails_before_anything_of_its_batch_is_said() {
    batches.with("[{\"id\":1,\"amount\":10}]").with("[{\"id\":2,\"color\":\"red\"}]");

    assertThatThrownBy(() -> read(typing(SchemaDrift.FAIL, TypeMismatch.NULL)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("fields that its schema lacks: color");

    assertThat(port.lines())
        .containsExactly(STARTED, FIRST, "checkpoint gifts {\"rows\":1} after 1");
    assertThat(report.rows()).isEqualTo(1);
  }

  @Test
  void a_value_that_does_not_fit_fails_before_anything_of_its_batch_is_said() {
    batches.with("[{\"id\":1,\"amount\":\"much\"}]");

    assertThatThrownBy(() -> read(typing(SchemaDrift.DROP, TypeMismatch.FAIL)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("values that do not fit their columns: amount");

    assertThat(port.lines()).containsExactly(STARTED);
  }

  @Test
  void what_does_not_fit_is_counted_where_it_does_not_fail() {
    batches.with("[{\"id\":1,\"amount\":\"much\",\"color\":\"red\"}]");

    try (var log = LogLines.open()) {
      read(LENIENT);

      assertThat(log.warnings())
          .containsExactly(
              "gifts: the schema lacks \"color\": dropped.",
              "gifts: a value of \"amount\" does not fit: null.");
    }

    report.finished(Outcome.VERIFIED, "");
    assertThat(run.lines().get(0))
        .contains("dropped fields 1 (color: 1), mismatches 1 (amount: 1)");
  }

  @Test
  void other_work_is_done_after_each_batch_was_said() {
    var seen = new ArrayList<Integer>();
    batches.with("[{\"id\":1}]").with("[{\"id\":2}]");

    sync(LENIENT).run(() -> seen.add(port.lines().size()));

    assertThat(seen).containsExactly(3, 5);
  }

  private ReadEnd read(Typing typing) {
    return sync(typing).run(() -> {});
  }

  private StreamSync sync(Typing typing) {
    return new StreamSync(new PreparedStream(FakeBatches.GIFTS, batches, report), port, typing);
  }

  private static Typing typing(SchemaDrift drift, TypeMismatch mismatch) {
    return new Typing(drift, mismatch, DateTimes.TIMESTAMP);
  }
}
