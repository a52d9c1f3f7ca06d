package io.github.tapvirtuous.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.sync.query.Chosen;
import io.github.tapvirtuous.sync.query.Operator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RowDatesTest {
  private static final String LATER = "2026-03-09T10:00:00Z";

  @ParameterizedTest
  @CsvSource({
    "2026-03-09T10:00:00Z, 2026-03-09T10:00:00Z",
    "2026-03-09T10:00:00.1234567Z, 2026-03-09T10:00:00.123456Z",
    "2026-03-09T10:00:00, 2026-03-09T10:00:00Z",
    "2026-03-09T23:00:00-05:00, 2026-03-10T04:00:00Z",
    "2026-03-09, 2026-03-09T00:00:00Z"
  })
  void reads_dates_as_they_leave(String text, Instant time) {
    assertThat(RowDates.of(7, text, text)).isEqualTo(new RowDates(7, time, time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "Unavailable", "3/9/2026", "x"})
  void nothing_the_year_one_and_what_is_no_date_is_undated(String text) {
    var row = RowDates.of(7, "2026-03-01T10:00:00Z", text);

    assertThat(row.isUndated()).isTrue();
    assertThat(row.isWitness()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01T00:00:00Z, true",
    "2026-03-06T00:00:00Z, true",
    "2026-03-06T23:59:59Z, true",
    "2026-03-07T00:00:00Z, false",
    "2026-03-09T10:00:00Z, false",
    "2026-03-20T10:00:00Z, false",
    "'', false",
    "0001-01-01T00:00:00Z, false"
  })
  void a_witness_was_created_three_days_before_it_was_modified(String created, boolean witness) {
    assertThat(RowDates.of(7, created, LATER).isWitness()).isEqualTo(witness);
  }

  @Test
  void a_witness_is_asked_for_by_the_day_before_and_its_key() {
    var date = new Chosen.ModifiedDate("Last Modified Date", Operator.ON_OR_AFTER);
    var keys = new Chosen.KeyList("Gift Id", Operator.IN, Operator.IS);
    var witness = new Witness(7, Instant.parse(LATER));

    assertThat(witness.question(date, keys))
        .isEqualTo(date.since(LocalDate.of(2026, 3, 8)).and(keys.in(List.of(7L))));
    assertThat(witness.alone(keys)).isEqualTo(keys.is(7));
  }
}
