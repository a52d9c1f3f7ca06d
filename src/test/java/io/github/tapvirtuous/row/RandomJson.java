package io.github.tapvirtuous.row;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up JSON texts that try everything at once, the same ones for the same seed. */
final class RandomJson {
  private static final String[] PIECES = {
    "a",
    "Z",
    " ",
    "7",
    "\u00e9",
    "\u20ac",
    "\uD83D\uDE00",
    "\\n",
    "\\\"",
    "\\\\",
    "\\/",
    "\\u0000",
    "\\u0007",
    "\\u0041",
    "\\ud83d\\ude00",
    "\\ud800",
    "\\udfff",
    "\u2028",
    "{",
    "[",
    ",",
    ":"
  };
  private static final String[] TEXTS = {
    "\"\"",
    "\"true\"",
    "\"FALSE\"",
    "\"1\"",
    "\"0.0\"",
    "\"-12\"",
    "\"12.340\"",
    "\"1e3\"",
    "\"2024-02-29T23:59:59.1234567-05:30\"",
    "\"2023-02-29\"",
    "\"Unavailable\""
  };

  private final Random random;

  RandomJson(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** White space, or none. */
  String gap() {
    return random.nextInt(4) > 0 ? "" : " \n\t\r".substring(random.nextInt(4));
  }

  String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> "null";
      case 1 -> random.nextBoolean() ? "true" : "false";
      case 2 -> Integer.toString(random.nextInt(3));
      case 3, 4 -> number();
      case 5 -> TEXTS[random.nextInt(TEXTS.length)];
      case 6 -> '"' + text() + '"';
      case 7 -> "[" + list(() -> value(depth - 1)) + gap() + "]";
      default -> "{" + members(depth) + gap() + "}";
    };
  }

  private String number() {
    var whole = random.nextInt(3) == 0 ? "0" : (1 + random.nextInt(9)) + digits(25);
    var fraction = random.nextBoolean() ? "" : "." + random.nextInt(10) + digits(12);
    var exponent = random.nextInt(3) > 0 ? "" : "e" + (random.nextInt(41) - 20);
    return (random.nextInt(4) == 0 ? "-" : "") + whole + fraction + exponent;
  }

  private String digits(int most) {
    return IntStream.range(0, random.nextInt(most))
        .mapToObj(digit -> Integer.toString(random.nextInt(10)))
        .collect(Collectors.joining());
  }

  private String text() {
    return IntStream.range(0, random.nextInt(8))
        .mapToObj(piece -> PIECES[random.nextInt(PIECES.length)])
        .collect(Collectors.joining());
  }

  private String members(int depth) {
    var number = new int[1];
    return list(() -> "\"" + number[0]++ + "\u20ac\\u0000\"" + gap() + ":" + value(depth - 1));
  }

  private String list(Supplier<String> element) {
    return IntStream.range(0, random.nextInt(5))
        .mapToObj(each -> gap() + element.get())
        .collect(Collectors.joining(","));
  }
}
