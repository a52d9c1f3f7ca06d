package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.PageFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The states of one scan, and of those that follow it. */
final class ScanStatesTest {
  private static final int ROWS = 1000;

  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void many_pages() {
    tap.tables("gifts").set("page_size", 11).set("max_concurrent_requests", 1);
  }

  private void serves(When when, Fault fault) {
    tap.serves(StandIn.builder().rows("gifts", ROWS, 1).fault(when.of("gifts"), fault));
  }

  static Stream<Fault> orders() {
    return Stream.of(
        Faults.header("X-Nothing", "wrong"),
        PageFaults.orderByChance(7),
        PageFaults.totalMissing(),
        PageFaults.keyMissing());
  }

  @ParameterizedTest
  @MethodSource("orders")
  @Rule("ST-9")
  void are_no_longer_after_many_rows_than_after_few(Fault order) {
    serves(When.always(), order);

    var states = tap.sync().lines().stream().filter(line -> line.contains("\"STATE\"")).toList();

    assertThat(states).hasSizeGreaterThan(ROWS / 11).allMatch(line -> line.length() < 1_200);
  }

  @Test
  @Rule("ST-10")
  void come_once_a_page_and_once_at_either_end() {
    serves(When.request(5), Faults.status(503));

    var types =
        tap.sync().messages().stream()
            .map(message -> message.path("type").stringValue())
            .collect(Collectors.joining(" "));

    assertThat(types).matches("STATE SCHEMA (RECORD ){11}STATE ((RECORD ){1,10}STATE )+STATE");
  }

  @Test
  @Rule("ST-12")
  void let_the_next_run_send_the_last_row_again() {
    serves(When.request(20).forever(), Faults.status(500));
    var first = tap.sync();
    tap.standIn().plan(When.always());

    var second = tap.resume(first);

    var sent = first.ids("gifts");
    assertThat(sent).hasSizeBetween(100, 900);
    assertThat(second.ids("gifts")).startsWith(sent.get(sent.size() - 1)).hasSizeLessThan(900);
  }

  @Test
  @Rule("ST-6")
  void lose_no_name_when_a_scan_begins_anew_and_when_it_ends() {
    serves(When.request(20).forever(), Faults.status(500));
    var interrupted = tap.sync();
    tap.clock().step(Duration.ofHours(25));
    var anew = tap.resume(interrupted);
    tap.standIn().plan(When.always());

    var done = tap.resume(anew);

    assertThat(done.bookmark("gifts").path("complete").booleanValue()).isTrue();
    SingerOutput.check(anew.stdout());
    SingerOutput.check(done.stdout());
    SingerOutput.check(tap.resume(done).stdout());
  }
}
