package io.github.tapvirtuous.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class WitnessesTest {
  private static final Instant CREATED = Instant.parse("2026-01-01T10:00:00Z");

  @Test
  void the_three_modified_last_are_kept() {
    var chosen = chosen(row(1, 10), row(2, 40), row(3, 20), row(4, 30), row(5, 5));

    assertThat(chosen.kept()).extracting(Witness::key).containsExactly(2L, 4L, 3L);
  }

  @Test
  void a_row_that_proves_nothing_is_none() {
    var undated = new RowDates(3, CREATED, RowDates.UNKNOWN);

    assertThat(chosen(row(1, 0), row(2, 2), undated)).isEqualTo(Witnesses.NONE);
  }

  @Test
  void a_row_that_was_modified_again_takes_its_own_place() {
    var chosen = chosen(row(1, 10), row(2, 20), row(3, 30), row(1, 40));

    assertThat(chosen.kept())
        .containsExactly(witness(row(1, 40)), witness(row(3, 30)), witness(row(2, 20)));
  }

  @Test
  void an_older_sight_of_the_same_row_changes_nothing() {
    assertThat(chosen(row(1, 40), row(1, 10)).kept()).containsExactly(witness(row(1, 40)));
  }

  @RepeatedTest(20)
  void the_order_of_the_rows_does_not_matter(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var rows = new ArrayList<RowDates>();
    for (int each = 0; each < 30; each++) {
      rows.add(row(random.nextInt(12), random.nextInt(60)));
    }
    var ofEachKey = new LinkedHashMap<Long, RowDates>();
    rows.stream()
        .sorted(Comparator.comparing(RowDates::modified))
        .forEach(row -> ofEachKey.put(row.key(), row));
    var last =
        ofEachKey.values().stream()
            .filter(RowDates::isWitness)
            .map(RowDates::modified)
            .sorted(Comparator.reverseOrder())
            .limit(3)
            .toList();
    Collections.shuffle(rows, random);

    var chosen = chosen(rows.toArray(RowDates[]::new));

    assertThat(chosen.kept()).extracting(Witness::modified).isEqualTo(last);
    assertThat(chosen.kept()).extracting(Witness::key).doesNotHaveDuplicates();
  }

  private static Witnesses chosen(RowDates... rows) {
    var chosen = Witnesses.NONE;
    for (var row : rows) {
      chosen = chosen.with(row);
    }
    return chosen;
  }

  private static Witness witness(RowDates row) {
    return new Witness(row.key(), row.modified());
  }

  private static RowDates row(long key, int daysLater) {
    return new RowDates(key, CREATED, CREATED.plus(Duration.ofDays(daysLater)));
  }
}
