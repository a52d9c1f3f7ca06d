package io.github.tapvirtuous.render;

import static io.github.tapvirtuous.schema.FieldType.ARRAY;
import static io.github.tapvirtuous.schema.FieldType.NUMBER;
import static io.github.tapvirtuous.schema.FieldType.OBJECT;
import static io.github.tapvirtuous.schema.FieldType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(Rendering.value(ARRAY, "[" + longest + "3]")).isEqualTo(Rendering.MISMATCH);
  }

  @Test
  void keep_their_exponent_inside_containers() {
    assertThat(Rendering.value(OBJECT, "{\"a\":1E+2}")).isEqualTo("{\"a\":1E+2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e-999999999", "1e400"})
  void that_nobody_could_read_are_not_hidden_in_containers(String huge) {
    assertThat(Rendering.value(OBJECT, "{\"a\":[" + huge + "],\"b\":2}"))
        .isEqualTo(Rendering.MISMATCH);
    assertThat(Rendering.value(STRING, "[" + huge + "]")).isEqualTo("\"[" + huge + "]\"");
  }

  @Test
  void of_a_million_digits_do_no_harm() {
    var million = "7".repeat(1_000_000);

    assertThat(Rendering.value(NUMBER, million)).isEqualTo(Rendering.MISMATCH);
    assertThat(Rendering.value(NUMBER, "1e" + million)).isEqualTo(Rendering.MISMATCH);
    assertThat(Rendering.value(STRING, million)).isEqualTo("\"" + million + "\"");
  }
}
