package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.AirbyteOutput;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Destination;
import io.github.tapvirtuous.testing.airbyte.ReadRules;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.output.StrictJson;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built source is killed, stopped, or left by its reader, in the middle of a table. */
final class StoppedReadProcessTest {
  private static final List<Long> IDS = LongStream.rangeClosed(1, 2000).boxed().toList();

  @RegisterExtension private final Tap tap = Tap.patient().set("page_size", 11);

  private final Source source = Source.built(tap);
  private ConfiguredCatalog catalog = ConfiguredCatalog.incremental(StrictJson.of("{}"));

  @BeforeEach
  void two_hundred_slow_pages() {
    tap.tables("gifts").serves(StandIn.builder().ids("gifts", IDS).latency(Duration.ofMillis(20)));
    catalog = Source.inProcess(tap).discovered();
  }

  /** What a destination holds of this, and what the next read brings. */
  private void assertGoesOn(AirbyteOutput before) {
    ReadRules.checkBeginning(before, catalog.json());
    var destination = new Destination(catalog).load(before);
    assertThat(destination.ids("gifts")).isNotEmpty().hasSizeLessThan(IDS.size());

    var after = source.read(catalog, destination.states()).well().output();

    assertThat(after.rows("gifts")).hasSizeLessThan(IDS.size());
    assertThat(destination.load(after).ids("gifts")).isEqualTo(IDS);
  }

  @Test
  void a_kill_loses_nothing() throws Exception {
    try (var process = source.reader(catalog).start()) {
      process.hasWritten(40_000);
      process.kill();

      assertGoesOn(AirbyteOutput.ofWholeLines(process.ended().out()));
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void a_signal_ends_it_behind_a_state_that_counts_every_row(String name, int code)
      throws Exception {
    var ran = stoppedBy(name);

    var output = AirbyteOutput.of(ran.out());
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(code);
    assertThat(new Destination(catalog).load(output).ids("gifts")).isEqualTo(output.ids("gifts"));
    assertThat(output.ending("gifts")).isEqualTo("INCOMPLETE");
    assertThat(ran.err()).doesNotContain("\tat ");
    assertGoesOn(output);
  }

  private Ran stoppedBy(String signal) throws Exception {
    try (var process = source.reader(catalog).start()) {
      process.lineWith("\"RECORD\"");
      process.signal(signal);
      return process.ended();
    }
  }

  @Test
  void a_reader_that_goes_away_ends_it_within_a_page() throws Exception {
    try (var piped = source.reader(catalog).startInto(Launch.of(Path.of("head"), "-n", "9"))) {
      piped.reader().ended();

      var ran = piped.writer().ended();
      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.err()).doesNotContain("\tat ");
      assertThat(tap.standIn().requestCount("gifts")).isLessThan(IDS.size() / 20);
    }
  }
}
