package io.github.tapvirtuous.row;

import static io.github.tapvirtuous.table.FieldType.ARRAY;
import static io.github.tapvirtuous.table.FieldType.NUMBER;
import static io.github.tapvirtuous.table.FieldType.OBJECT;
import static io.github.tapvirtuous.table.FieldType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.row.Findings.Kind;
import io.github.tapvirtuous.testing.Rule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTest {
  private static final String DIGITS_40 = "1234567890123456789012345678901234567890";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.10",
        "100.00",
        "-0.0",
        "0.0000001",
        "12345678901234567890.12",
        DIGITS_40,
        "-0." + DIGITS_40,
        DIGITS_40 + "." + DIGITS_40
      })
  @Rule("REC-6")
  void keep_every_digit_of_the_source_wherever_they_stand(String number) {
    assertThat(Rendering.value(NUMBER, number)).isEqualTo(number);
    assertThat(Rendering.value(NUMBER, "\"" + number + "\"")).isEqualTo(number);
    assertThat(Rendering.value(STRING, number)).isEqualTo("\"" + number + "\"");
    assertThat(Rendering.value(ARRAY, "[" + number + "]")).isEqualTo("[" + number + "]");
    assertThat(Rendering.value(STRING, "[" + number + "]")).isEqualTo("\"[" + number + "]\"");
  }

  @Test
  void of_a_thousand_digits_pass_and_longer_ones_do_not_fit() {
    var longest = "1." + "3".repeat(998);

    assertThat(Rendering.value(NUMBER, longest)).isEqualTo(longest);
    assertThat(Rendering.value(NUMBER, longest + "3")).isEqualTo(Rendering.MISMATCH);
    assertThat(Rendering.value(ARRAY, "[" + longest + "]")).isEqualTo("[" + longest + "]");
    assertThat(Rendering.value(ARRAY, "[" + longest + "3]")).isEqualTo("mismatch, but [null]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+2", "1e64", "-1.5e-70", "0e5", "0.0", "1e308", "5e-324", "1e-300"})
  void keep_their_exponent_inside_containers(String number) {
    assertThat(Rendering.value(OBJECT, "{\"a\":" + number + "}"))
        .isEqualTo("{\"a\":" + number + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e-999999999",
        "1e400",
        "-1E309",
        "1e-400",
        "1e99999999999999999"
      })
  void that_nobody_could_read_are_replaced_at_their_place_in_containers(String huge) {
    assertThat(Rendering.value(OBJECT, "{\"a\":[1.50," + huge + ",true],\"b\":2}"))
        .isEqualTo("mismatch, but {\"a\":[1.50,null,true],\"b\":2}");
    assertThat(Rendering.value(STRING, "[" + huge + "]")).isEqualTo("\"[" + huge + "]\"");
  }

  @Test
  void of_many_digits_are_read_whole_but_not_with_a_fraction() {
    var digits = "9".repeat(400);

    assertThat(Rendering.value(ARRAY, "[" + digits + "]")).isEqualTo("[" + digits + "]");
    assertThat(Rendering.value(ARRAY, "[" + digits + ".5]")).isEqualTo("mismatch, but [null]");
  }

  @Test
  void that_nobody_could_read_are_counted_one_by_one() {
    var page =
        Rendering.ofRows()
            .with("a", ARRAY)
            .render("[{\"id\":1,\"a\":[1e999,2,{\"b\":1e999}]},{\"id\":2,\"a\":[1e999]}]");

    assertThat(page.findings().counts(Kind.MISMATCHED)).isEqualTo(Map.of("a", 3));
  }

  @Test
  void of_a_million_digits_do_no_harm() {
    var million = "7".repeat(1_000_000);

    assertThat(Rendering.value(NUMBER, million)).isEqualTo(Rendering.MISMATCH);
    assertThat(Rendering.value(NUMBER, "1e" + million)).isEqualTo(Rendering.MISMATCH);
    assertThat(Rendering.value(STRING, million)).isEqualTo("\"" + million + "\"");
  }
}
