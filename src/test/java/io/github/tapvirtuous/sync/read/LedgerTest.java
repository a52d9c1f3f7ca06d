package io.github.tapvirtuous.sync.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.PageRenderer;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.state.Resumption;
import io.github.tapvirtuous.sync.state.ScanPosition;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.virtuous.Page;
import io.github.tapvirtuous.virtuous.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a checkpoint may claim. */
final class LedgerTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Table GIFTS = TableMap.named("gifts").orElseThrow();
  private static final ScanEnd WHOLE = new ScanEnd(Outcome.VERIFIED, "", false);
  private static final ScanEnd SHORT = new ScanEnd(Outcome.INCOMPLETE, "7 of 8 rows", false);
  private static final ScanEnd GAVE_UP = new ScanEnd(Outcome.INCOMPLETE, "no end", true);

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Ledger ledger =
      new Ledger(
          new Resumption(Checkpoints.none(), Duration.ofDays(3), clock)
              .bookmark("gifts", known -> "9f2c"),
          clock,
          new UnsentRows("gifts", "id"));

  @Test
  void a_read_goes_on_from_the_last_page_that_was_whole() {
    enter(page(0, "[{\"id\":1},{\"id\":2}]"));
    assertThat(rowsSent(ledger.reached(at(2)))).isEqualTo(2);

    enter(page(1, "[{\"id\":2},{}]"));
    assertThat(rowsSent(ledger.reached(at(3)))).isEqualTo(2);

    enter(page(3, "[{\"id\":4},{\"id\":5}]"));
    assertThat(rowsSent(ledger.reached(at(5)))).isEqualTo(2);
  }

  @Test
  void a_scan_that_begins_anew_takes_its_checkpoint_along() {
    enter(page(0, "[{\"id\":1},{}]"));

    assertThat(rowsSent(ledger.reached(ScanPosition.START))).isZero();
  }

  @Test
  void only_a_whole_read_of_which_every_row_was_sent_is_complete() {
    assertThat(isComplete(ledger.ended(SHORT, at(7)))).isFalse();
    assertThat(rowsSent(ledger.ended(SHORT, at(7)))).isZero();
    assertThat(isComplete(ledger.ended(WHOLE, at(8)))).isTrue();

    enter(page(0, "[{}]"));

    assertThat(isComplete(ledger.ended(WHOLE, at(8)))).isFalse();
    assertThat(rowsSent(ledger.ended(WHOLE, at(8)))).isZero();
  }

  @Test
  void a_read_that_gave_up_goes_on_where_it_stood() {
    var checkpoint = ledger.ended(GAVE_UP, at(7));

    assertThat(isComplete(checkpoint)).isFalse();
    assertThat(rowsSent(checkpoint)).isEqualTo(7);
  }

  @Test
  void rows_that_could_not_be_sent_fail_the_read_each_counted_once() {
    enter(page(10, "[{\"id\":1},{}]"));
    enter(page(11, "[{},{\"id\":3}]"));

    assertThatThrownBy(() -> ledger.close(SHORT))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining(
            "1 row(s) of gifts have no usable \"id\" and could not be sent: position 11.")
        .hasMessageContaining("Besides, the scan is incomplete: 7 of 8 rows.");
  }

  @Test
  void another_failure_tells_of_them_too_unless_the_run_is_stopped() {
    var cut = new SourceException(Kind.NETWORK, "The network is away.", "");
    var stopped = SourceException.stopped(new InterruptedException());
    assertThat(ledger.besides(cut)).isSameAs(cut);

    enter(page(0, "[{}]"));

    assertThat(ledger.besides(cut)).hasMessageContaining("away. Besides, 1 row(s) of gifts");
    assertThat(ledger.besides(cut).kind()).isEqualTo(Kind.NETWORK);
    assertThat(ledger.besides(stopped)).isSameAs(stopped);
  }

  private void enter(Page<RenderedPage> page) {
    ledger.enter(page.asked().skip(), page, page.content());
  }

  private static ScanPosition at(long rowsSent) {
    return new ScanPosition(rowsSent, (int) rowsSent - 1, 100, rowsSent);
  }

  private static Page<RenderedPage> page(int skip, String list) {
    var schema = new TableSchema(List.of(new Column("id", FieldType.INTEGER)), "id");
    var renderer = new PageRenderer(GIFTS, schema, Set.of());
    var rows = renderer.render(Bytes.of(list.getBytes(StandardCharsets.UTF_8)));
    return new Page<>(new PageRequest(GIFTS, skip, 2, false), rows, NOW, NOW, "");
  }

  private static long rowsSent(Checkpoint checkpoint) {
    return checkpoint.json().path("rows_sent").asLong();
  }

  private static boolean isComplete(Checkpoint checkpoint) {
    return checkpoint.json().path("complete").asBoolean();
  }
}
