package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.compatibility.Aspect;
import io.github.tapvirtuous.ecosystem.compatibility.Tried;
import io.github.tapvirtuous.ecosystem.target.Manner;
import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.table.TableMap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the tap and any target owe their users together. A target's own manners are in its class.
 */
@Tag("slow")
abstract class TargetContract {
  /** Two pages are more than that, one is less. */
  private static final int BATCH_ROWS = 40;

  private static final String[] FEW_TABLES = {"contacts", "gifts", "volunteers"};

  /** Behind some batches, with some to come. Pages of 25 rows overlap by one. */
  private static final int LATE_PAGE = 5 * 24;

  @TempDir private Path folder;

  /** A new one, with nothing in it; its files lie in the folder. */
  abstract Target target(Path folder, int batchRows);

  private Target target() {
    return target(folder, BATCH_ROWS);
  }

  private static StandIn fewTables() {
    return StandIn.builder().allRows(30, 2).rows("gifts", 200, 2).build();
  }

  private Orchestrator orchestrator(StandIn virtuous, Target target, String... tables)
      throws IOException {
    return new Orchestrator(folder, virtuous, target, tables);
  }

  @Test
  @Tried(Aspect.ROWS)
  void every_row_of_every_stream_arrives() throws Exception {
    var virtuous = StandIn.builder().allRows(60, 1).build();
    try (var orchestrator = orchestrator(virtuous, target())) {
      orchestrator.discover().run();

      assertThat(orchestrator.streams()).containsExactlyInAnyOrderElementsOf(TableMap.names());
      orchestrator.expectTheTruth();
    }
  }

  @Test
  void a_second_run_replaces_what_has_changed_and_doubles_nothing() throws Exception {
    var virtuous = fewTables();
    var target = target();
    try (var orchestrator = orchestrator(virtuous, target, FEW_TABLES)) {
      orchestrator.discover().run();
      var changed = virtuous.ids("gifts").get(7);
      virtuous.delete("gifts", changed);
      virtuous.insert("gifts", "{\"id\":" + changed + ",\"amount\":0.07,\"notes\":\"paid\"}");

      orchestrator.run();

      orchestrator.expectTheTruth();
      var times = target.manners().contains(Manner.APPENDS) ? 2 : 1;
      assertThat(target.rows("gifts")).hasSize(times * virtuous.size("gifts"));
    }
  }

  @Test
  @Tried(Aspect.CHANGES)
  void a_run_for_what_changed_brings_that_alone_and_leaves_the_rest() throws Exception {
    var virtuous = fewTables();
    var target = target();
    try (var orchestrator = orchestrator(virtuous, target, FEW_TABLES)) {
      orchestrator.discover().run();
      var rows = virtuous.size("gifts");
      virtuous.modifySome("gifts", 9);
      virtuous.insertLikeAnother("gifts");

      var second = orchestrator.run();

      assertThat(second.writer().err()).contains("read modified since");
      orchestrator.expectTheTruth();
      var again = target.manners().contains(Manner.APPENDS) ? 9 : 0;
      assertThat(target.rows("gifts")).hasSize(rows + 1 + again);
    }
  }

  @Test
  @Tried(Aspect.STATE)
  void a_stopped_tap_lets_the_target_store_all_and_the_next_run_goes_on() throws Exception {
    var virtuous = fewTables();
    try (var orchestrator = orchestrator(virtuous, target(), FEW_TABLES)) {
      var stopped = orchestrator.discover().run(LATE_PAGE, piped -> piped.writer().stop());

      assertThat(stopped.writer().exitCode()).isEqualTo(128 + 15);
      assertThat(stopped.reader().exitCode()).as(stopped.reader().err()).isZero();
      orchestrator.expectNoLie();
      assertThat(orchestrator.reached("gifts")).isPositive();

      expectToGoOn(orchestrator, virtuous);
    }
  }

  /** It may be killed in the middle of a line, which ends most targets. */
  @Test
  @Tried(Aspect.STATE)
  void a_killed_tap_leaves_rows_and_a_state_that_agree() throws Exception {
    var virtuous = fewTables();
    try (var orchestrator = orchestrator(virtuous, target(), FEW_TABLES)) {
      var killed = orchestrator.discover().run(LATE_PAGE, piped -> piped.writer().kill());

      assertThat(killed.writer().exitCode()).isEqualTo(128 + 9);
      orchestrator.expectNoLie();

      expectToGoOn(orchestrator, virtuous);
    }
  }

  private static void expectToGoOn(Orchestrator orchestrator, StandIn virtuous) throws Exception {
    var reached = orchestrator.reached("gifts");
    var before = virtuous.requestCount("gifts");

    orchestrator.run();

    var first = virtuous.requests("gifts").get(before);
    assertThat(first.query()).startsWith("skip=" + reached + "&");
    orchestrator.expectTheTruth();
  }

  @Test
  void a_line_that_was_cut_costs_no_row() throws Exception {
    try (var orchestrator = orchestrator(fewTables(), target(), FEW_TABLES)) {
      var cut = "NR < 150 { print } NR == 150 { printf \"%s\", substr($0, 1, 40); exit }";
      var ended = orchestrator.discover().runThrough("awk", cut);

      assertThat(ended.reader().exitCode()).as("the target sees it").isNotZero();
      orchestrator.expectNoLie();

      orchestrator.run();

      orchestrator.expectTheTruth();
    }
  }

  @Test
  void a_tap_whose_target_was_killed_ends_within_a_page() throws Exception {
    var virtuous = fewTables();
    try (var orchestrator = orchestrator(virtuous, target(), FEW_TABLES)) {
      var killed = orchestrator.discover().run(LATE_PAGE, piped -> piped.reader().kill());

      assertThat(killed.writer().exitCode()).isEqualTo(1);
      assertThat(killed.writer().fatal())
          .singleElement()
          .asString()
          .contains("Writing to stdout failed");
      assertThat(virtuous.requests("gifts").stream().map(each -> each.query()))
          .noneMatch(query -> query.startsWith("skip=" + (LATE_PAGE + 2 * 24)));
      orchestrator.expectNoLie();

      orchestrator.run();

      orchestrator.expectTheTruth();
    }
  }

  @Test
  void an_empty_stream_has_its_columns() throws Exception {
    var target = target();
    var virtuous = StandIn.builder().empty("gifts").build();
    try (var orchestrator = orchestrator(virtuous, target, "gifts")) {
      orchestrator.discover().run();

      assertThat(target.columnTypes("gifts").isEmpty())
          .isEqualTo(target.manners().contains(Manner.NO_TABLE_WITHOUT_ROWS));
    }
  }

  private static StandIn colours(String... json) {
    return StandIn.builder().rows("gifts", json).build();
  }

  private static void replace(StandIn virtuous, long id, String json) {
    virtuous.delete("gifts", id);
    virtuous.insert("gifts", json);
  }

  @Test
  @Tried(Aspect.FIELDS)
  void a_field_that_appears_gets_its_column() throws Exception {
    var virtuous = colours("{\"id\":1}", "{\"id\":2}");
    try (var orchestrator = orchestrator(virtuous, target(), "gifts")) {
      orchestrator.discover().run();
      replace(virtuous, 2, "{\"id\":2,\"colour\":\"red\"}");

      orchestrator.discover().run();

      orchestrator.expectTheTruth();
    }
  }

  @Test
  void a_field_that_is_gone_harms_no_other() throws Exception {
    var virtuous = colours("{\"id\":1,\"colour\":\"red\"}", "{\"id\":2,\"colour\":\"blue\"}");
    try (var orchestrator = orchestrator(virtuous, target(), "gifts")) {
      orchestrator.discover().run();
      replace(virtuous, 1, "{\"id\":1,\"amount\":5}");
      replace(virtuous, 2, "{\"id\":2,\"amount\":6}");

      orchestrator.discover().run();

      orchestrator.expectTheTruth();
    }
  }

  @Test
  void a_number_that_becomes_text_is_stored_or_refused_as_a_whole() throws Exception {
    var target = target();
    var virtuous = colours("{\"id\":1,\"size\":7}", "{\"id\":2,\"size\":8.5}");
    try (var orchestrator = orchestrator(virtuous, target, "gifts")) {
      orchestrator.discover().run();
      replace(virtuous, 2, "{\"id\":2,\"size\":\"XL\"}");
      orchestrator.discover();

      if (target.manners().contains(Manner.REFUSES_WIDER_TYPES)) {
        assertThat(orchestrator.tryToRun().reader().exitCode()).isNotZero();
        assertThat(target.rows("gifts")).as("as they were").hasSize(2);
      } else {
        orchestrator.run();
        orchestrator.expectTheTruth();
      }
    }
  }
}
