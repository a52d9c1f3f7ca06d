package io.github.tapvirtuous.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.report.HourlyQuota;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.report.StreamStatus;
import io.github.tapvirtuous.report.StreamStatus.State;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DrawingTest {
  private static final Instant NOW = Instant.parse("2026-03-01T23:52:10Z");
  private static final List<String> NAMES = List.of("contacts", "volunteer_opportunities");

  private static Drawing drawing(int columns) {
    return drawing(columns, Map.of("NO_COLOR", "1"));
  }

  private static Drawing drawing(int columns, Map<String, String> environment) {
    var window = new Window(OutputStream.nullOutputStream(), columns, StandardCharsets.UTF_8);
    return Drawing.of(window, Glyphs.of(window, environment), NAMES);
  }

  private static StreamStatus stream(String name, State state, Outcome outcome) {
    return new StreamStatus(
        name,
        state,
        outcome,
        61_250,
        61_250,
        OptionalLong.of(100_000),
        0,
        Optional.empty(),
        Duration.ofMillis(75_300));
  }

  private static List<String> all(Drawing drawing) {
    return Stream.of(
            drawing.header("0.2.0", 18, new HourlyQuota(Optional.of(4612L), Optional.of(5000L))),
            drawing.ended(stream("contacts", State.ENDED, Outcome.VERIFIED)),
            drawing.ended(stream("volunteer_opportunities", State.ENDED, Outcome.FORBIDDEN)),
            drawing.read(stream("contacts", State.READ, Outcome.NOT_BEGUN), OptionalLong.of(812)),
            drawing.paused(NOW.plusSeconds(2460), NOW, ZoneOffset.UTC),
            drawing.footer(13, 3, Optional.of(4310L), Duration.ofSeconds(112)))
        .toList();
  }

  @Test
  void all_of_it_fits_a_usual_window() {
    assertThat(all(drawing(80)))
        .containsExactly(
            "tap-virtuous 0.2.0 · 18 tables · quota 4,612 of 5,000",
            "✓ contacts                      61,250 rows  1 min 15 s  verified",
            "✗ volunteer_opportunities       61,250 rows  1 min 15 s  forbidden",
            "▸ contacts                 61,250 of 100,000  61 %  812 rows/s  47 s left",
            "⏸ quota used up, going on at 00:34 (41 min); everything so far is written",
            "  13 tables waiting · 3 retries · quota 4,310 · 0:01:52");
  }

  @Test
  void a_quota_without_a_limit_is_what_is_left_of_it() {
    var left = new HourlyQuota(Optional.of(1499L), Optional.empty());

    assertThat(drawing(80).header("0.2.0", 1, left))
        .isEqualTo("tap-virtuous 0.2.0 · 1 table · quota 1,499");
    assertThat(drawing(80).header("0.2.0", 1, HourlyQuota.UNKNOWN))
        .isEqualTo("tap-virtuous 0.2.0 · 1 table");
  }

  @Test
  void a_wide_window_shows_no_more() {
    assertThat(all(drawing(200))).isEqualTo(all(drawing(80)));
  }

  @Test
  void a_narrow_window_goes_without_the_last_words() {
    assertThat(all(drawing(40)))
        .containsExactly(
            "tap-virtuous 0.2.0 · 18 tables",
            "✓ contacts  61,250 rows  1 min 15 s",
            "✗ volunteer_opportunities  61,250 rows",
            "▸ contacts  61,250 of 100,000  61 %",
            "⏸ quota used up, going on at 00:34",
            "  13 tables waiting · 3 retries");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 26, 33, 40, 57, 80, 200})
  void no_line_reaches_the_last_column(int columns) {
    assertThat(all(drawing(columns))).allMatch(line -> line.length() < Math.max(20, columns));
  }

  @Test
  void a_name_is_cut_only_where_it_does_not_fit_by_itself() {
    assertThat(all(drawing(20)).get(2)).isEqualTo("✗ volunteer_opportu");
    assertThat(all(drawing(20)).get(1)).isEqualTo("✓ contacts");
  }

  @Test
  void a_width_that_nobody_knows_is_the_usual_one() {
    assertThat(all(drawing(0))).isEqualTo(all(drawing(80)));
  }

  @Test
  void signs_have_colours_unless_they_are_not_wanted() {
    assertThat(all(drawing(80, Map.of())).get(1)).startsWith("\u001b[32m✓\u001b[0m contacts");
    assertThat(all(drawing(80, Map.of("NO_COLOR", "")))).isEqualTo(all(drawing(80, Map.of())));
    assertThat(all(drawing(80))).noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void a_terminal_without_unicode_gets_plain_signs() {
    var plain = new Window(OutputStream.nullOutputStream(), 80, StandardCharsets.US_ASCII);
    var glyphs = Glyphs.of(plain, Map.of("NO_COLOR", "1"));

    assertThat(all(Drawing.of(plain, glyphs, NAMES)))
        .allMatch(line -> StandardCharsets.US_ASCII.newEncoder().canEncode(line));
    assertThat(glyphs.fit("0 retries · 0 nulled")).isEqualTo("0 retries - 0 nulled");
  }

  @Test
  void without_a_total_or_a_pace_there_is_less_to_say() {
    assertThat(new Progress(0, OptionalLong.empty(), OptionalLong.empty()).parts())
        .containsExactly("0 rows");
    assertThat(new Progress(7, OptionalLong.of(7), OptionalLong.of(3)).parts())
        .containsExactly("7 of 7", "100 %", "3 rows/s");
    assertThat(new Progress(0, OptionalLong.of(0), OptionalLong.empty()).parts())
        .containsExactly("0 of 0");
  }
}
