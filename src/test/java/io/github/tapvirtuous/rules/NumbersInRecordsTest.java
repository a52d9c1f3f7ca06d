package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.SingerOutput;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money keeps its digits, and a whole number is written as one. */
final class NumbersInRecordsTest {
  @RegisterExtension private final Tap tap = new Tap();

  private String line(String column, String number) {
    var row = "{\"id\":1,\"%s\":%s}".formatted(column, number);
    var run = tap.tables("gifts").serves(StandIn.builder().rows("gifts", row)).sync();
    SingerOutput.check(run.stdout());
    return run.text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678901234567890.12", "100.50", "0.1", "0.10", "100", "-0.01"})
  @Rule("REC-6")
  void of_a_number_column_are_what_virtuous_sent(String number) {
    assertThat(line("amount", number)).contains("\"amount\":" + number + ",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678901234567890.12", "1.50", "1e2"})
  @Rule("REC-6")
  void within_another_value_are_too(String number) {
    assertThat(line("giftDesignations", "[{\"amount\":" + number + "}]"))
        .contains("[{\"amount\":" + number + "}]");
  }

  @ParameterizedTest
  @CsvSource({"7.0, 7", "1e2, 100", "12E+1, 120", "9223372036854775807, 9223372036854775807"})
  @Rule("REC-6")
  void of_an_integer_column_have_neither_point_nor_exponent(String number, String written) {
    assertThat(line("contactId", number)).contains("\"contactId\":" + written + ",");
  }
}
