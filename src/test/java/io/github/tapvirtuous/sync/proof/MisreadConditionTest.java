package io.github.tapvirtuous.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.proof.Verdict.Kind;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition that is believed never loses a row, whatever the server makes of it. */
final class MisreadConditionTest {
  private static final int HISTORIES = 250;

  /** Those that bring too little, at least now and then. */
  private static final Set<Reading> LOSING =
      EnumSet.of(
          Reading.NOTHING,
          Reading.DAY_AND_MONTH_OR_NOTHING,
          Reading.DAY_AND_MONTH_OR_ALL,
          Reading.DAY_AND_MONTH_OR_REFUSED,
          Reading.CREATE_DATE,
          Reading.A_WEEK_LATER,
          Reading.ON_THE_DAY,
          Reading.BEFORE,
          Reading.NOTHING_OF_ALL);

  private static ZoneOffset zone(long seed) {
    return ZoneOffset.ofHours((int) (seed % 27) - 12);
  }

  private static Verdict verdict(FilteredRead read, boolean keys) {
    var before = read.beforehand(keys);
    var after = read.read(keys);
    return before.and(after);
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void what_is_believed_loses_no_row(Reading reading) {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var read = new FilteredRead(seed, reading, zone(seed), true);

      var verdict = verdict(read, seed % 3 > 0);

      if (verdict.isBelieved()) {
        assertThat(read.lost()).as("%s", read).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void without_proofs_rows_would_be_lost(Reading reading) {
    var losses =
        LongStream.range(0, HISTORIES)
            .mapToObj(seed -> new FilteredRead(seed, reading, zone(seed), true))
            .peek(read -> read.read(true))
            .filter(read -> !read.lost().isEmpty())
            .count();

    assertThat(losses > 0).isEqualTo(LOSING.contains(reading));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IGNORED                  | DISPROVEN | is ignored",
        "ALL_IGNORED              | DISPROVEN | is ignored",
        "REFUSED                  | DISPROVEN | refuses",
        "NOTHING                  | DISPROVEN | does not reach back",
        "DAY_AND_MONTH_OR_NOTHING | DISPROVEN | does not reach back",
        "DAY_AND_MONTH_OR_ALL     | DISPROVEN | is ignored, or its date misread",
        "DAY_AND_MONTH_OR_REFUSED | DISPROVEN | refuses",
        "CREATE_DATE              | DISPROVEN | does not look at the modified date",
        "A_WEEK_LATER             | DISPROVEN | does not look at the modified date",
        "ON_THE_DAY               | DISPROVEN | does not reach back",
        "BEFORE                   | DISPROVEN | does not reach back",
        "RECENT_ONLY              | DISPROVEN | does not reach back",
        "TOTAL_OF_ALL             | DISPROVEN | is ignored",
        "NOTHING_OF_ALL           | DISPROVEN | is ignored",
        "WITHOUT_TOTAL            | OPEN      | does not say how many rows there are",
      })
  void what_is_misread_is_not_believed(Reading reading, Kind kind, String why) {
    for (long seed = 0; seed < 100; seed++) {
      var read = new FilteredRead(seed, reading, zone(seed), false);

      var verdict = verdict(read, true);

      assertThat(verdict.kind()).as("%s", read).isEqualTo(kind);
      assertThat(verdict.why())
          .as("%s", read)
          .containsPattern(read.hasUndatedRows() ? why + "|does not reach back" : why);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-12, -8, 0, 5, 14})
  void what_is_read_as_asked_is_believed_in_any_zone(int hours) {
    for (long seed = 0; seed < 100; seed++) {
      var read = new FilteredRead(seed, Reading.AS_ASKED, ZoneOffset.ofHours(hours), false);

      assertThat(verdict(read, true)).as("%s", read).isEqualTo(Verdict.PROVEN);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 14})
  void that_the_day_itself_does_not_count_is_borne(int hours) {
    for (long seed = 0; seed < 100; seed++) {
      var read = new FilteredRead(seed, Reading.AFTER, ZoneOffset.ofHours(hours), false);

      assertThat(verdict(read, true)).as("%s", read).isEqualTo(Verdict.PROVEN);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AS_ASKED", "CREATE_DATE"})
  void without_keys_the_rows_of_the_read_are_the_witnesses(Reading reading) {
    var kinds =
        LongStream.range(0, 100)
            .mapToObj(seed -> new FilteredRead(seed, reading, zone(seed), false))
            .filter(read -> !read.hasUndatedRows())
            .map(read -> verdict(read, false).kind())
            .collect(Collectors.toSet());

    assertThat(kinds.contains(Kind.PROVEN)).isEqualTo(reading == Reading.AS_ASKED);
  }
}
