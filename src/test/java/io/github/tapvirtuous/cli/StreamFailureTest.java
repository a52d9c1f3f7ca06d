package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes wrong with one stream stays with it. */
final class StreamFailureTest {
  @RegisterExtension private final Tap tap = new Tap();

  @Test
  void a_closed_and_a_broken_table_leave_the_others_alone() {
    tap.tables("gifts", "contacts", "projects", "segments")
        .serves(
            StandIn.builder()
                .forbid("gifts")
                .fault(When.always().of("projects"), Faults.status(500)));

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.streams()).containsExactly("contacts", "segments");
    assertThat(run.isComplete("segments")).isTrue();
    assertThat(run.isComplete("contacts")).isTrue();
    assertThat(run.isComplete("gifts")).isFalse();
    assertThat(run.errors()).hasSize(2).allMatch(each -> each.lines().count() == 1);
    assertThat(run.errors().get(0)).contains("gifts", "403");
    assertThat(run.errors().get(1)).contains("projects", "500");
    SingerOutput.check(run.stdout());
  }

  @Test
  void a_broken_table_names_the_request_that_the_support_of_virtuous_can_look_up() {
    tap.tables("projects")
        .serves(
            StandIn.builder()
                .fault(When.always(), Faults.statusWith(500, "X-Request-Id", "4bf92f35")));

    var run = tap.sync();

    assertThat(run.errors()).singleElement().asString().contains("X-Request-Id 4bf92f35");
  }

  @Test
  void a_key_that_is_refused_from_the_start_leaves_stdout_empty() {
    var run = tap.serves(StandIn.builder().keys("another")).sync();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors()).singleElement().asString().contains("api_key", "401").hasLineCount(1);
    assertThat(tap.standIn().requestCount()).as("Basic, then Bearer").isEqualTo(2);
  }

  @Test
  @Rule("ST-4")
  void a_key_that_is_revoked_meanwhile_ends_the_run_with_its_state() {
    tap.tables("gifts", "contacts")
        .set("page_size", 10)
        .set("max_concurrent_requests", 1)
        .serves(
            StandIn.builder()
                .ids("gifts", LongStream.rangeClosed(1, 100).toArray())
                .fault(When.request(6), DataFaults.keysRevoked()));

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.ids("gifts")).isNotEmpty();
    assertThat(run.bookmark("gifts").path("complete").booleanValue()).isFalse();
    assertThat(run.bookmark("gifts").path("rows_sent").intValue())
        .isEqualTo(run.ids("gifts").size());
    assertThat(run.streams()).containsExactly("gifts");
    SingerOutput.check(run.stdout());
  }

  @Test
  void a_sample_that_is_no_page_is_asked_for_again() {
    var twoLists = Faults.body("two lists", "{\"list\":[],\"list\":[{\"id\":1}],\"total\":1}");
    tap.tables("gifts", "segments")
        .serves(StandIn.builder().fault(When.request(1).of("gifts"), twoLists));

    var run = tap.sync();

    assertThat(run.exitCode()).isZero();
    assertThat(run.ids("gifts")).containsExactly(7001L, 7002L, 7003L, 7004L);
    SingerOutput.check(run.stdout());
  }

  @Test
  void fewer_rows_than_the_total_are_never_a_quiet_success() {
    tap.tables("gifts", "segments")
        .serves(StandIn.builder().fault(When.always().of("gifts"), PageFaults.totalOf(50)));

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).singleElement().asString().contains("gifts is incomplete", "50");
    assertThat(run.bookmark("gifts").path("complete").booleanValue()).isFalse();
    assertThat(run.isComplete("segments")).isTrue();
    SingerOutput.check(run.stdout());
  }

  @Test
  void after_three_streams_without_network_the_rest_is_left_alone() {
    tap.tables("gifts", "contacts", "projects", "segments", "pledges")
        .set("max_concurrent_requests", 1)
        .serves(StandIn.builder().fault(When.always(), Faults.closed()));

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).hasSize(5);
    assertThat(run.errors().subList(0, 3))
        .allMatch(each -> each.contains(": the server closed the connection without a reply."));
    assertThat(run.errors().subList(3, 5)).allMatch(each -> each.contains("skipped"));
    assertThat(tap.standIn().requestCount("segments")).isZero();
    assertThat(tap.standIn().requestCount("pledges")).isZero();
    assertThat(run.messages()).hasSize(2).allMatch(each -> each.toString().contains("STATE"));
  }

  @Test
  void a_reply_that_comes_meanwhile_ends_the_count_of_streams_without_network() {
    tap.tables("gifts", "contacts", "projects", "segments", "pledges")
        .serves(
            StandIn.builder()
                .fault(When.always().of("gifts"), Faults.closed())
                .fault(When.always().of("contacts"), Faults.closed())
                .fault(When.always().of("segments"), Faults.closed()));

    assertThat(tap.sync().streams()).containsExactly("projects", "pledges");
  }

  @Test
  void rows_without_a_key_fail_their_stream_and_the_others_are_sent() {
    tap.tables("gifts", "segments")
        .serves(
            StandIn.builder()
                .fault(
                    When.always().of("gifts"),
                    Faults.body(
                        "a row without a key",
                        "{\"list\":[{\"id\":1},{\"amount\":5},{\"id\":null},{\"id\":4}],\"total\":4}")));

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.ids("gifts")).containsExactly(1L, 4L);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("gifts", "2 row(s)", "\"id\"", "position 1, 2");
    assertThat(run.bookmark("gifts").path("complete").booleanValue()).isFalse();
    assertThat(run.isComplete("segments")).isTrue();
    SingerOutput.check(run.stdout());
  }

  @Test
  void a_field_that_the_schema_lacks_may_fail_its_stream() {
    tap.tables("gifts", "segments").serves(StandIn.builder().ids("gifts", 1, 2));
    var catalog = tap.file("catalog.json", tap.discover().text());
    tap.standIn().insert("gifts", "{\"id\":3,\"brandNew\":true}");

    var failed = tap.set("schema_drift", "\"fail\"").sync("--catalog", catalog);
    var dropped = tap.set("schema_drift", "\"drop\"").sync("--catalog", catalog);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.ids("gifts")).isEmpty();
    assertThat(failed.errors())
        .singleElement()
        .asString()
        .contains("gifts", "brandNew", "Make the catalog anew with --discover");
    assertThat(failed.log()).anyMatch(each -> each.contains("gifts: unfit: rows 0"));
    assertThat(failed.streams()).contains("segments");
    assertThat(dropped.exitCode()).isZero();
    assertThat(dropped.ids("gifts")).containsExactly(1L, 2L, 3L);
    SingerOutput.check(failed.stdout());
  }

  @Test
  void a_value_that_does_not_fit_may_fail_its_stream() {
    tap.tables("gifts", "segments").serves(StandIn.builder().ids("gifts", 1, 2));
    var catalog = tap.file("catalog.json", tap.discover().text());
    tap.standIn().insert("gifts", "{\"id\":3,\"amount\":\"much\"}");

    var failed = tap.set("type_mismatch", "\"fail\"").sync("--catalog", catalog);
    var nulled = tap.set("type_mismatch", "\"null\"").sync("--catalog", catalog);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.errors())
        .singleElement()
        .asString()
        .contains("gifts", "amount", "Widen these columns in the catalog")
        .doesNotContain("much");
    assertThat(failed.log()).anyMatch(each -> each.contains("gifts: unfit: rows 0"));
    assertThat(nulled.exitCode()).isZero();
    assertThat(nulled.records("gifts").get(2).path("amount").isNull()).isTrue();
    assertThat(nulled.log()).anyMatch(each -> each.contains("mismatches 1 (amount: 1)"));
    SingerOutput.check(failed.stdout());
    SingerOutput.check(nulled.stdout());
  }

  @Test
  void a_nested_number_that_nobody_can_read_costs_neither_its_neighbours_nor_its_column() {
    tap.tables("gifts")
        .serves(
            StandIn.builder()
                .rows(
                    "gifts",
                    "{\"id\":1,\"customFields\":[{\"a\":1e64,\"b\":1e-70}]}",
                    "{\"id\":2,\"customFields\":[1e999999999,{\"c\":\"x\",\"d\":1e-999}]}",
                    "{\"id\":3,\"customFields\":[7]}"));

    var run = tap.sync();

    assertThat(run.exitCode()).isZero();
    assertThat(run.text())
        .contains("[{\"a\":1e64,\"b\":1e-70}]", "[null,{\"c\":\"x\",\"d\":null}]", "[7]");
    assertThat(run.log()).anyMatch(each -> each.contains("mismatches 2 (customFields: 2)"));
  }

  @Test
  void a_reader_that_goes_away_is_noticed_within_a_page() {
    tap.tables("gifts")
        .set("page_size", 10)
        .set("max_concurrent_requests", 1)
        .serves(StandIn.builder().rows("gifts", 1000, 1));

    var run = tap.syncInto(new ClosingPipe(5));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).singleElement().asString().contains("stdout").hasLineCount(1);
    assertThat(tap.standIn().requestCount("gifts")).isLessThan(10);
  }
}
