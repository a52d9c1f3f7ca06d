package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** States, and the order of streams and messages. */
final class SyncTest {
  @RegisterExtension private final Tap tap = new Tap();

  private static long[] upTo(int count) {
    return LongStream.rangeClosed(1, count).toArray();
  }

  @Test
  @Rule("ST-2")
  void no_state_speaks_of_rows_that_were_not_written() {
    tap.tables("gifts").set("page_size", 10).serves(StandIn.builder().rows("gifts", 95, 1));

    var run = tap.sync();

    var written = 0;
    for (var message : run.messages()) {
      written += message.path("type").stringValue().equals("RECORD") ? 1 : 0;
      var claimed = message.path("value").path("bookmarks").path("gifts").path("rows_sent");
      assertThat(claimed.asInt(0)).isLessThanOrEqualTo(written);
    }
    assertThat(written).isEqualTo(95);
    assertThat(run.messages("STATE")).as("one a page, first and last").hasSizeGreaterThan(11);
    SingerOutput.check(run.stdout());
  }

  @Test
  @Rule({"ST-3", "ST-7"})
  void the_first_line_is_the_incoming_state_with_all_that_others_put_there() {
    tap.tables("channel_types");
    var incoming =
        "{\"bookmarks\":{\"gifts\":{\"replication_key\":\"x\"},\"channel_types\":{\"theirs\":[1]}},"
            + "\"currently_syncing\":\"gifts\",\"value\":{\"deep\":null}}";

    var run = tap.sync("--state", tap.file("state.json", incoming));

    assertThat(run.messages().get(0).path("value")).isEqualTo(StrictJson.of(incoming));
    assertThat(run.state().path("currently_syncing").stringValue()).isEqualTo("gifts");
    assertThat(run.bookmark("channel_types").path("theirs").size()).isEqualTo(1);
    assertThat(run.bookmark("gifts").path("replication_key").stringValue()).isEqualTo("x");
    SingerOutput.check(run.stdout());
  }

  /** A run over gifts that fails at a request; the next one would not. */
  private TapRun interrupted(int request, int rows) {
    tap.tables("gifts")
        .set("page_size", 10)
        .set("max_concurrent_requests", 1)
        .serves(
            StandIn.builder()
                .ids("gifts", upTo(rows))
                .fault(When.request(request).of("gifts").forever(), Faults.status(500)));
    var run = tap.sync();
    tap.standIn().plan(When.always());
    return run;
  }

  @Test
  @Rule("ST-5")
  void an_interrupted_run_goes_on_where_it_stood() {
    var first = interrupted(6, 100);

    var second = tap.resume(first);

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.bookmark("gifts").path("complete").booleanValue()).isFalse();
    assertThat(first.ids("gifts")).hasSizeBetween(10, 90);
    assertThat(second.exitCode()).as(second.toString()).isZero();
    assertThat(new TreeSet<>(first.and(second).ids("gifts")))
        .containsExactlyElementsOf(LongStream.of(upTo(100)).boxed().toList());
    assertThat(second.ids("gifts")).as("its overlap row comes again").hasSizeLessThan(100);
    assertThat(second.isComplete("gifts")).isTrue();
    SingerOutput.check(first.stdout());
    SingerOutput.check(second.stdout());
  }

  @Test
  void an_interrupted_scan_that_is_too_old_begins_anew_and_says_why() {
    var first = interrupted(5, 40);
    tap.clock().step(Duration.ofHours(25));

    var second = tap.resume(first);

    assertThat(second.ids("gifts")).hasSize(40);
    assertThat(second.log()).anyMatch(each -> each.contains("resume_ttl"));
  }

  @Test
  void the_interrupted_stream_comes_first_then_those_longest_ago_completed() {
    tap.tables("gifts", "projects", "contacts")
        .serves(
            StandIn.builder()
                .rows("contacts", 30, 1)
                .fault(When.request(5).of("contacts").forever(), Faults.status(500)))
        .set("page_size", 10)
        .set("max_concurrent_requests", 1);
    var gifts = tap.tables("gifts").sync();
    tap.clock().step(Duration.ofHours(1));
    var projects = tap.tables("projects").resume(gifts);
    tap.clock().step(Duration.ofHours(1));
    var contacts = tap.tables("contacts").resume(projects);
    tap.standIn().plan(When.always());

    var run = tap.tables("projects", "gifts", "segments", "contacts").resume(contacts);

    assertThat(contacts.exitCode()).isEqualTo(1);
    assertThat(run.streams()).containsExactly("contacts", "segments", "gifts", "projects");
    SingerOutput.check(run.stdout());
  }

  @Test
  void a_completed_stream_is_read_again_from_its_start() {
    var first = tap.tables("gifts").sync();
    var second = tap.resume(first);

    assertThat(second.ids("gifts")).isEqualTo(first.ids("gifts"));
    assertThat(second.isComplete("gifts")).isTrue();
  }

  @Test
  @Rule("SCH-11")
  void an_empty_table_has_its_schema_and_is_complete() {
    var run = tap.tables("gifts").serves(StandIn.builder().empty("gifts")).sync();

    assertThat(run.exitCode()).isZero();
    assertThat(run.streams()).containsExactly("gifts");
    assertThat(run.isComplete("gifts")).isTrue();
  }

  @Test
  void without_a_catalog_a_small_table_costs_one_request() {
    tap.tables("gifts").sync();

    assertThat(tap.standIn().requestCount("gifts")).isEqualTo(1);
  }

  @Test
  void rows_that_vanish_meanwhile_hide_no_others() {
    tap.tables("gifts")
        .set("page_size", 10)
        .serves(
            StandIn.builder()
                .ids("gifts", upTo(60))
                .fault(
                    When.request(3).of("gifts"), DataFaults.delete("gifts", 1, 2, 3, 4, 5, 6, 7)));

    var run = tap.sync();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.ids("gifts"))
        .contains(LongStream.rangeClosed(8, 60).boxed().toArray(Long[]::new));
    SingerOutput.check(run.stdout());
  }

  @Test
  void the_last_lines_of_the_log_report_each_stream_and_all() {
    var run = tap.tables("gifts", "segments").sync();

    var log = run.log();
    assertThat(log.get(log.size() - 1))
        .startsWith("INFO Done in ")
        .contains(": 2 tables, ", " rows, all verified.\n  ");
    assertThat(log.get(log.size() - 2)).startsWith("INFO segments: verified");
  }

  @Test
  void they_say_of_a_list_too_that_it_is_read_whole() {
    var run = tap.tables("channel_types", "segments").sync();

    assertThat(run.log())
        .filteredOn(line -> line.contains(", read whole (every run), "))
        .extracting(line -> line.split(":", 2)[0])
        .containsExactlyInAnyOrder("INFO channel_types", "INFO segments");
  }
}
