package io.github.tapvirtuous.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.PageRenderer;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.access.SeenRequest;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.wiremock.StandInWireMock;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.sync.query.KeyRanges;
import io.github.tapvirtuous.sync.read.PageFetch;
import io.github.tapvirtuous.sync.read.ReadPlan;
import io.github.tapvirtuous.sync.state.Resumption;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.testing.LogLines;
import io.github.tapvirtuous.virtuous.FetchThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A table of a thousand rows, ten at a time, from key to key. */
final class ShallowReadTest {
  private static final Table GIFTS = TableMap.named("gifts").orElseThrow();
  private static final int ROWS = 1_000;
  private static final int TWENTY_PAGES = 180;
  private static final int FEWEST_REQUESTS = 111;
  private static final When ALL_BUT_THE_FIRST_AT_A_START =
      new When("gifts", 2, Integer.MAX_VALUE, 0);
  private static final Pattern SKIP = Pattern.compile("skip=(\\d+)");

  @RegisterExtension private final LogLines log = new LogLines();

  private final List<Long> keys = new ArrayList<>();
  private final List<Long> totals = new ArrayList<>();
  private List<SeenRequest> seen = List.of();

  @Test
  void brings_every_row_once_in_two_more_requests_and_no_skip_beyond_twenty_pages() {
    var outcome = read(Optional.of(KeyRanges.GIFTS), Optional.empty());

    assertThat(outcome).isEqualTo(Outcome.VERIFIED);
    assertThat(keys).hasSize(ROWS).doesNotHaveDuplicates();
    assertThat(totals).containsOnly((long) ROWS);
    assertThat(seen).hasSizeBetween(FEWEST_REQUESTS + 2, FEWEST_REQUESTS + 3);
    assertThat(seen).noneMatch(request -> skip(request) > TWENTY_PAGES);
  }

  @Test
  void asks_for_rows_by_position_and_says_why_when_virtuous_refuses() {
    var refusing = StandIn.builder().misreads("gifts", Misreading.REFUSED);

    var outcome = read(refusing, Optional.of(KeyRanges.GIFTS), Optional.empty());

    assertThat(outcome).isEqualTo(Outcome.VERIFIED);
    assertThat(keys).hasSize(ROWS).doesNotHaveDuplicates();
    assertThat(doubt())
        .startsWith("\"Gift Id\" GreaterThanOrEqual brings no answer: ")
        .contains("HTTP 400")
        .doesNotEndWith("..");
  }

  @Test
  void and_when_it_ignores_the_condition() {
    var outcome = read(Optional.of(KeyRanges.UNKNOWN), Optional.empty());

    assertThat(outcome).isEqualTo(Outcome.VERIFIED);
    assertThat(keys).hasSize(ROWS).doesNotHaveDuplicates();
    assertThat(doubt())
        .startsWith("\"Nothing Id\" GreaterThanOrEqual brings rows of the other side");
  }

  @Test
  void and_when_no_answer_comes_in_a_few_tries() {
    var broken = StandIn.builder().fault(ALL_BUT_THE_FIRST_AT_A_START, Faults.status(503));

    var outcome = read(broken, Optional.of(KeyRanges.GIFTS), Optional.empty());

    assertThat(outcome).isEqualTo(Outcome.VERIFIED);
    assertThat(keys).hasSize(ROWS).doesNotHaveDuplicates();
    assertThat(doubt()).contains("brings no answer: failed after 3 tries: HTTP 503");
  }

  private String doubt() {
    var says = "INFO gifts: goes on by position, not from key to key: ";
    var lines = log.lines().stream().filter(line -> line.startsWith(says)).toList();
    assertThat(lines).hasSize(1);
    return lines.get(0).substring(says.length());
  }

  @Test
  void both_hold_where_the_read_has_a_condition_of_its_own() {
    read(Optional.empty(), Optional.empty());
    var bound = keys.get(600);
    keys.clear();

    var outcome = read(Optional.of(KeyRanges.GIFTS), Optional.of(KeyRanges.GIFTS.below(bound)));

    assertThat(outcome).isEqualTo(Outcome.VERIFIED);
    assertThat(keys).hasSize(600).doesNotHaveDuplicates().allMatch(key -> key < bound);
    assertThat(seen).noneMatch(request -> skip(request) > TWENTY_PAGES);
  }

  private Outcome read(Optional<KeyRange> range, Optional<Condition> condition) {
    return read(StandIn.builder(), range, condition);
  }

  private Outcome read(
      StandInBuilder standIn, Optional<KeyRange> range, Optional<Condition> condition) {
    try (var virtuous = StandInWireMock.serving(standIn.rows("gifts", ROWS, 7));
        var threads = new FetchThreads(4)) {
      var parts = Parts.reading(virtuous, threads);
      var schema = new TableSchema(List.of(new Column("id", FieldType.INTEGER)), "id");
      var fetch =
          new PageFetch(
              parts.client(),
              threads,
              GIFTS,
              new PageRenderer(GIFTS, schema, Set.of()),
              parts.report().stream("gifts", GIFTS.call().path()),
              condition);
      var from =
          new Resumption(Checkpoints.none(), Duration.ofDays(1), parts.clock())
              .bookmark("gifts", known -> "9f2c");
      try (var batches =
          new ReadPlan.WholeTable(from, () -> range)
              .batches(fetch, parts.config(), parts.clock())) {
        for (var batch = batches.next(); batch.isPresent(); batch = batches.next()) {
          for (var key : batch.get().rows().keys()) {
            keys.add(key);
          }
          totals.add(batch.get().rows().summary().total());
          batch.get().rows().close();
        }
        seen = virtuous.standIn().requests();
        return batches.end().outcome();
      }
    }
  }

  private static int skip(SeenRequest request) {
    var skip = SKIP.matcher(request.query());
    return skip.find() ? Integer.parseInt(skip.group(1)) : 0;
  }
}
