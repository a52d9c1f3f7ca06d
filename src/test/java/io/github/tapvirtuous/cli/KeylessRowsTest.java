package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows whose keys nobody can use: any number of them, anywhere, and the others come. */
@Tag("slow")
final class KeylessRowsTest {
  private static final int ROWS = 71;
  private static final int PAGE = 10;

  @RegisterExtension private final Tap tap = new Tap();

  /** Gifts 1 to 71, with the keys of some in a row taken away. */
  private void serveWithout(int from, int run) {
    var rows =
        IntStream.range(0, ROWS)
            .mapToObj(at -> at >= from && at < from + run ? "{\"amount\":5}" : row(at + 1));
    tap.serves(StandIn.builder().rows("gifts", rows.toArray(String[]::new)));
  }

  private static String row(long id) {
    return "{\"id\":" + id + ",\"amount\":5}";
  }

  private static List<Long> idsWithout(int from, int run) {
    return LongStream.rangeClosed(1, ROWS)
        .filter(id -> id <= from || id > from + run)
        .boxed()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0,4", "1,1", "31,1", "31,4", "40,4", "-1,1", "-1,4"})
  void are_named_and_all_others_come_once(int place, int inFlight) {
    tap.tables("gifts").set("page_size", PAGE).set("max_concurrent_requests", inFlight);
    for (int run : List.of(1, 8, 9, 10, 18, 19, 27, 30)) {
      var from = place < 0 ? ROWS - run : place;
      serveWithout(from, run);

      var sync = tap.sync();

      assertThat(sync.exitCode()).as(sync.toString()).isEqualTo(1);
      assertThat(sync.ids("gifts")).as("run of " + run).isEqualTo(idsWithout(from, run));
      assertThat(sync.errors())
          .singleElement()
          .asString()
          .contains(run + " row(s) of gifts have no usable \"id\"", "position " + from)
          .doesNotContain("Besides");
      assertThat(tap.standIn().requestCount("gifts")).isLessThan(30);
      assertThat(sync.bookmark("gifts").path("complete").booleanValue()).isFalse();
      SingerOutput.check(sync.stdout());
    }
  }

  @Test
  void of_a_whole_table_are_named_too() {
    serveWithout(0, ROWS);

    var sync = tap.tables("gifts").set("page_size", PAGE).sync();

    assertThat(sync.exitCode()).isEqualTo(1);
    assertThat(sync.errors().get(0)).contains("71 row(s)", "position 0, 1, 2, 3, 4 and more.");
  }

  @Test
  void lose_nothing_when_rows_before_them_vanish_meanwhile() {
    tap.tables("gifts").set("page_size", PAGE).set("max_concurrent_requests", 1);
    for (int request = 2; request < 9; request++) {
      serveWithout(25, 3 * PAGE);
      tap.standIn()
          .plan(
              When.request(request).of("gifts"),
              DataFaults.delete("gifts", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));

      var sync = tap.sync();

      assertThat(sync.ids("gifts")).doesNotHaveDuplicates();
      assertThat(sync.ids("gifts")).containsAll(LongStream.rangeClosed(13, 25).boxed().toList());
      assertThat(sync.ids("gifts")).containsAll(LongStream.rangeClosed(56, ROWS).boxed().toList());
      assertThat(sync.errors().get(0)).contains("row(s) of gifts have no usable \"id\"");
    }
  }

  @Test
  void are_one_reason_beside_an_incomplete_scan() {
    tap.tables("gifts").set("page_size", PAGE).set("max_concurrent_requests", 1);
    serveWithout(20, PAGE);
    tap.standIn().plan(When.always().of("gifts"), PageFaults.totalOf(90));

    var sync = tap.sync();

    assertThat(sync.errors())
        .singleElement()
        .asString()
        .contains("10 row(s) of gifts have no usable", "Virtuous counts 90 rows but sent 71");
  }

  @Test
  void are_one_reason_beside_a_reply_that_never_comes() {
    tap.tables("gifts").set("page_size", PAGE).set("max_concurrent_requests", 1);
    serveWithout(5, 2);
    tap.standIn().plan(When.request(5).of("gifts").forever(), Faults.status(500));

    var sync = tap.sync();

    assertThat(sync.errors())
        .singleElement()
        .asString()
        .contains("failed after 2 tries", "500", "2 row(s) of gifts");
  }

  @Test
  void that_come_first_fail_a_test_of_one_row() {
    serveWithout(0, 1);
    var catalog = tap.tables("gifts").file("catalog.json", tap.discover().text());

    for (var test : List.of(tap.sync("--test"), tap.sync("--test", "--catalog", catalog))) {
      assertThat(test.exitCode()).as(test.toString()).isEqualTo(1);
      assertThat(test.errors())
          .singleElement()
          .asString()
          .contains("1 row(s) of gifts have no usable", "position 0.");
    }
  }

  @Test
  void that_come_later_do_not_fail_it() {
    serveWithout(1, 5);

    var test = tap.tables("gifts").sync("--test");

    assertThat(test.exitCode()).isZero();
    assertThat(test.ids("gifts")).containsExactly(1L);
  }
}
