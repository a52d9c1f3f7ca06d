package io.github.tapvirtuous.text;

import static io.github.tapvirtuous.text.NumberTextTest.integer;
import static io.github.tapvirtuous.text.NumberTextTest.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Texts by chance, and what Java's own numbers make of them. */
final class NumberTextChanceTest {
  private static final Pattern JSON_NUMBER =
      Pattern.compile("(?<mantissa>-?(0|[1-9][0-9]*)(\\.[0-9]+)?)([eE](?<exponent>[+-]?[0-9]+))?");

  @Test
  void agrees_with_big_decimal_on_a_hundred_thousand_texts() {
    var random = new Random(20_260_101);

    for (int i = 0; i < 100_000; i++) {
      var text = randomText(random);

      assertThat(number(text)).as("number %s", text).isEqualTo(expectedNumber(text));
      assertThat(integer(text)).as("integer %s", text).isEqualTo(expectedInteger(text));
    }
  }

  private static String randomText(Random random) {
    var text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
    text.append(digits(random, random.nextInt(22)));
    if (random.nextBoolean()) {
      text.append('.').append(digits(random, random.nextInt(6)));
    }
    if (random.nextBoolean()) {
      text.append("eE".charAt(random.nextInt(2))).append(random.nextInt(150) - 75);
    }
    if (random.nextInt(8) == 0) {
      text.insert(random.nextInt(text.length() + 1), "+-.e0 ".charAt(random.nextInt(6)));
    }
    return text.toString();
  }

  private static String digits(Random random, int length) {
    var digits = new StringBuilder();
    for (int i = 0; i < length; i++) {
      digits.append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
    }
    return digits.toString();
  }

  private static String expectedNumber(String text) {
    var form = JSON_NUMBER.matcher(text);
    if (!form.matches()) {
      return "mismatch";
    }
    if (form.group("exponent") == null) {
      return "null or as it is";
    }
    var mantissa = new BigDecimal(form.group("mantissa"));
    var sign = text.startsWith("-") ? "-" : "";
    if (mantissa.signum() == 0) {
      return sign + "0";
    }
    var value = mantissa.abs().scaleByPowerOfTen(exponent(form));
    var digits = (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
    return digits.replace(".", "").length() > NumberText.MAX_DIGITS ? "mismatch" : sign + digits;
  }

  private static String expectedInteger(String text) {
    var form = JSON_NUMBER.matcher(text);
    if (!form.matches()) {
      return "mismatch";
    }
    var value = new BigDecimal(form.group("mantissa")).scaleByPowerOfTen(exponent(form));
    var limit = BigDecimal.valueOf(Long.MAX_VALUE);
    var whole = value.stripTrailingZeros().scale() <= 0;
    return whole && value.abs().compareTo(limit) <= 0
        ? value.toBigIntegerExact().toString()
        : "mismatch";
  }

  /** At most a thousand, which is too much in any case, lest big decimals fill the memory. */
  private static int exponent(Matcher form) {
    var exponent = form.group("exponent") == null ? "0" : form.group("exponent");
    var bound = BigInteger.valueOf(1000);
    return new BigInteger(exponent).min(bound).max(bound.negate()).intValueExact();
  }
}
