package io.github.tapvirtuous.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberTextTest {
  private static final String DIGITS_40 = "1234567890123456789012345678901234567890";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "1",
        "100.50",
        "0.0000001",
        "9223372036854775808",
        DIGITS_40,
        "-" + DIGITS_40 + "." + DIGITS_40
      })
  void leaves_a_number_without_exponent_as_it_is(String text) {
    assertThat(number(text)).isEqualTo("null or as it is");
  }

  @ParameterizedTest
  @CsvSource({
    "1E+2, 100",
    "1e2, 100",
    "1e0, 1",
    "1.50e1, 15.0",
    "1.50e2, 150",
    "1.50e3, 1500",
    "1.5e-7, 0.00000015",
    "-1.5e-1, -0.15",
    "15e-1, 1.5",
    "15e-2, 0.15",
    "0.001e3, 1",
    "0.0015e3, 1.5",
    "10.25e-1, 1.025",
    "1000000e-6, 1.000000",
    "0e5, 0",
    "0.00e-3, 0",
    "-0e5, -0",
    "0e999999999999999999, 0",
    "1e00000000000000000000002, 100"
  })
  void writes_an_exponent_out(String text, String expected) {
    assertThat(number(text)).isEqualTo(expected);
  }

  @Test
  void writes_out_up_to_64_digits() {
    assertThat(number("-1e63")).isEqualTo("-1" + "0".repeat(63));
    assertThat(number("-1e-63")).isEqualTo("-0." + "0".repeat(62) + "1");
    assertThat(number("-1" + "2".repeat(63) + "e-1")).isEqualTo("-1" + "2".repeat(62) + ".2");

    assertThat(number("1e64")).isEqualTo("mismatch");
    assertThat(number("1e-64")).isEqualTo("mismatch");
    assertThat(number("1" + "2".repeat(64) + "e-1")).isEqualTo("mismatch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "1e-999999999",
        "1e999999999999999999",
        "1e-999999999999999999",
        "1e99999999999999999999999999999999999999"
      })
  void refuses_an_exponent_that_would_exhaust_memory(String text) {
    assertThat(number(text)).isEqualTo("mismatch");
    assertThat(integer(text)).isEqualTo("mismatch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "+5", "05", "-05", ".5", "5.", "-.5", "1,200", " 1", "1 ", "NaN", "Infinity",
        "0x10", "1e", "1e+", "e5", "1e5.5", "1e5e5", "1.2.3", "--1", "1-", "$5", "٣", "1f", "1e-+5"
      })
  void refuses_what_json_does_not_call_a_number(String text) {
    assertThat(number(text)).isEqualTo("mismatch");
    assertThat(integer(text)).isEqualTo("mismatch");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0.0, 0",
    "-0.00e7, 0",
    "7, 7",
    "-7, -7",
    "123, 123",
    "1.0, 1",
    "-1.000, -1",
    "100, 100",
    "100.0, 100",
    "1e2, 100",
    "1.5e1, 15",
    "1.50e1, 15",
    "100e-2, 1",
    "1200000e-5, 12",
    "0.001e3, 1",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775807, -9223372036854775807",
    "9223372036854775807.0, 9223372036854775807",
    "922337203685477580.7e1, 9223372036854775807",
    "1e18, 1000000000000000000"
  })
  void writes_a_whole_number_in_plain_digits(String text, String expected) {
    assertThat(integer(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "1.50",
        "0.1",
        "1e-1",
        "15e-1",
        "9223372036854775808",
        "-9223372036854775808",
        "9300000000000000000",
        "1e19",
        DIGITS_40
      })
  void refuses_an_integer_with_a_fraction_or_beyond_63_bits(String text) {
    assertThat(integer(text)).isEqualTo("mismatch");
  }

  @Test
  void reads_no_more_than_a_thousand_characters() {
    var longest = "1." + "0".repeat(998);

    assertThat(integer(longest)).isEqualTo("1");
    assertThat(integer(longest + "0")).isEqualTo("mismatch");
    assertThat(number(longest + "0")).isEqualTo("mismatch");
  }

  static String number(String text) {
    TextRule rule = NumberText::number;
    return rule.on(text, NumberText.MAX_LENGTH);
  }

  static String integer(String text) {
    TextRule rule = NumberText::integer;
    return rule.on(text, NumberText.MAX_LENGTH);
  }
}
