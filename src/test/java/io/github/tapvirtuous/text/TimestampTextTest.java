package io.github.tapvirtuous.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampTextTest {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(\\.\\d+)?)?"
              + "(?:[Zz]|([+-])(\\d\\d)(?::?(\\d\\d))?)?");
  private static final DateTimeFormatter TO_SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  @ParameterizedTest
  @CsvSource({
    "2023-11-30T14:20:56, 2023-11-30T14:20:56Z",
    "2023-11-30t14:20:56z, 2023-11-30T14:20:56Z",
    "2023-11-30 14:20:56, 2023-11-30T14:20:56Z",
    "2023-11-30T14:20, 2023-11-30T14:20:00Z",
    "2023-11-30T14:20Z, 2023-11-30T14:20:00Z",
    "2023-11-30, 2023-11-30T00:00:00Z",
    "2023-11-30T14:20:56.3, 2023-11-30T14:20:56.3Z",
    "2023-11-30T14:20:56.030, 2023-11-30T14:20:56.030Z",
    "2023-11-30T14:20:56.3533339, 2023-11-30T14:20:56.353333Z",
    "2023-11-30T14:20:56.9999999Z, 2023-11-30T14:20:56.999999Z",
    "2023-11-30T14:20:56.12345678901234567890, 2023-11-30T14:20:56.123456Z",
    "2024-02-29T00:00:00, 2024-02-29T00:00:00Z",
    "2000-02-29T00:00:00, 2000-02-29T00:00:00Z",
    "0002-01-01T00:00:00, 0002-01-01T00:00:00Z",
    "9999-12-31T23:59:59.9999999, 9999-12-31T23:59:59.999999Z"
  })
  @Rule("REC-9")
  void brings_a_time_to_the_one_form(String text, String expected) {
    assertThat(time(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-06-01T12:00:00+02:00, 2024-06-01T10:00:00Z",
    "2024-06-01T12:00:00.1234567-0530, 2024-06-01T17:30:00.123456Z",
    "2024-06-01T12:00+02, 2024-06-01T10:00:00Z",
    "2024-06-01T12:00:00-00:00, 2024-06-01T12:00:00Z",
    "2024-03-01T00:30:00+01:00, 2024-02-29T23:30:00Z",
    "2023-03-01T00:30:00+01:00, 2023-02-28T23:30:00Z",
    "2024-02-29T23:30:00-01:00, 2024-03-01T00:30:00Z",
    "2024-01-01T00:00:00+00:01, 2023-12-31T23:59:00Z",
    "2023-12-31T23:59:00-00:01, 2024-01-01T00:00:00Z",
    "2024-01-01T00:00:00+23:59, 2023-12-31T00:01:00Z",
    "0001-12-31T23:00:00-01:00, 0002-01-01T00:00:00Z"
  })
  void shifts_a_zone_to_utc(String text, String expected) {
    assertThat(time(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Unavailable",
        "unavailable",
        "UNAVAILABLE",
        "0001-01-01T00:00:00",
        "0001-01-01",
        "0001-12-31T23:59:59.9999999Z",
        "0000-01-01T00:00:00",
        "0000-01-01T00:00:00+01:00",
        "0002-01-01T00:00:00+00:01"
      })
  void reads_the_words_for_no_time_as_null(String text) {
    assertThat(time(text)).isEqualTo("null or as it is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12/15/2024",
        "1/5/2024",
        "N/A",
        "unavailable ",
        "2024",
        "2024-06",
        "2024-6-1",
        "20240601",
        " 2024-06-01",
        "2024-06-01 ",
        "2024-06-01Z",
        "2024-06-01T",
        "2024-06-01T12",
        "2024-06-01T12:",
        "2024-06-01T12:0",
        "2024-06-01T12:00:",
        "2024-06-01T12:00:0",
        "2024-06-01T12:00.5",
        "2024-06-01T12:00:00.",
        "2024-06-01T12:00:00.Z",
        "2024-06-01T12:00:00,5",
        "2024-06-01T12:00:00 Z",
        "2024-06-01T12:00:00ZZ",
        "2024-06-01T12:00:00+1",
        "2024-06-01T12:00:00+1:00",
        "2024-06-01T12:00:00+01:",
        "2024-06-01T12:00:00+01:60",
        "2024-06-01T12:00:00+24:00",
        "2024-06-01T12:00:00+01:00Z",
        "2024-06-01T12:00:00+01.00",
        "2024-06-01T12:00:00 PM",
        "2024-06-01T1200:00",
        "2024-06-01X12:00:00",
        "2024/06/01T12:00:00",
        "2024-06-01T12-00-00",
        "2024-13-01",
        "2024-00-01",
        "2024-06-00",
        "2024-06-31",
        "2023-02-29",
        "1900-02-29",
        "2024-06-01T24:00:00",
        "2024-06-01T12:60:00",
        "2024-06-01T12:00:60",
        "10000-01-01T00:00:00",
        "-2024-06-01",
        "+2024-06-01",
        "9999-12-31T23:59:59-00:01",
        "２024-06-01"
      })
  @Rule("REC-9")
  void refuses_every_other_text(String text) {
    assertThat(time(text)).isEqualTo("mismatch");
  }

  @Test
  void agrees_with_java_time_on_a_hundred_thousand_texts() {
    var random = new Random(20_260_101);

    for (int i = 0; i < 100_000; i++) {
      var text = randomText(random);

      assertThat(time(text)).as(text).isEqualTo(expected(text));
    }
  }

  private static String randomText(Random random) {
    var edges = new int[] {0, 1, 2, 3, 1900, 1999, 2000, 2023, 2024, 9998, 9999};
    var text = new StringBuilder();
    text.append(
        "%04d-%02d-%02d"
            .formatted(
                edges[random.nextInt(edges.length)], edge(random, 1, 13), edge(random, 27, 32)));
    text.append("Tt ".charAt(random.nextInt(3)));
    text.append("%02d:%02d".formatted(edge(random, 0, 24), edge(random, 0, 60)));
    if (random.nextInt(4) > 0) {
      text.append(":%02d".formatted(edge(random, 0, 60)));
      text.append(random.nextBoolean() ? "." + random.nextInt(100_000_000) : "");
    }
    switch (random.nextInt(5)) {
      case 0 -> text.append('Z');
      case 1 -> text.append("+%02d:%02d".formatted(edge(random, 0, 24), edge(random, 0, 60)));
      case 2 -> text.append("-%02d%02d".formatted(edge(random, 0, 24), edge(random, 0, 60)));
      case 3 -> text.append("-%02d".formatted(edge(random, 0, 24)));
      default -> text.append("");
    }
    if (random.nextInt(8) == 0) {
      text.setCharAt(random.nextInt(text.length()), "0 -:Tz.x".charAt(random.nextInt(8)));
    }
    return text.toString();
  }

  /** Often a bound, seldom (at {@code to}) beyond the calendar. */
  private static int edge(Random random, int from, int to) {
    return switch (random.nextInt(20)) {
      case 0 -> to;
      case 1, 2, 3, 4 -> from;
      case 5, 6, 7, 8 -> to - 1;
      default -> from + random.nextInt(to - from);
    };
  }

  private static String expected(String text) {
    var form = FORM.matcher(text);
    if (!form.matches() || number(form, 9) > 23 || number(form, 10) > 59) {
      return "mismatch";
    }
    try {
      return expected(form);
    } catch (DateTimeException e) {
      return "mismatch";
    }
  }

  private static String expected(Matcher form) {
    var local =
        LocalDateTime.of(
            number(form, 1),
            number(form, 2),
            number(form, 3),
            number(form, 4),
            number(form, 5),
            number(form, 6));
    var offset = number(form, 9) * 60 + number(form, 10);
    var utc = "-".equals(form.group(8)) ? local.plusMinutes(offset) : local.minusMinutes(offset);
    if (utc.getYear() < 2) {
      return "null or as it is";
    }
    if (utc.getYear() > 9999) {
      return "mismatch";
    }
    var fraction = form.group(7) == null ? "" : form.group(7);
    return TO_SECONDS.format(utc) + fraction.substring(0, Math.min(7, fraction.length())) + "Z";
  }

  private static int number(Matcher form, int group) {
    return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
  }

  private static String time(String text) {
    TextRule rule = TimestampText::normalise;
    return rule.on(text, TimestampText.MAX_LENGTH);
  }
}
