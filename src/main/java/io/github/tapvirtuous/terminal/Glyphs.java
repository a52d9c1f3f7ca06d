package io.github.tapvirtuous.terminal;

import java.util.Map;

/**
 * The signs of a display, each of one column.
 *
 * @param dot stands between parts of a line
 */
record Glyphs(Sign done, Sign failed, Sign read, Sign paused, String dot) {
  private static final String DOT = "·";
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String CYAN = "\u001b[36m";
  private static final String PLAIN = "\u001b[0m";

  /** A sign with or without its colour. */
  record Sign(String text, String shown) {
    int width() {
      return text.length();
    }

    private static Sign of(String text, String colour, boolean coloured) {
      return new Sign(text, coloured ? colour + text + PLAIN : text);
    }
  }

  static Glyphs of(Window window, Map<String, String> environment) {
    var coloured = Window.mayColour(environment);
    var rich = window.knowsUnicode();
    return new Glyphs(
        Sign.of(rich ? "✓" : "+", GREEN, coloured),
        Sign.of(rich ? "✗" : "x", RED, coloured),
        Sign.of(rich ? "▸" : ">", CYAN, coloured),
        Sign.of(rich ? "⏸" : "=", YELLOW, coloured),
        rich ? DOT : "-");
  }

  /** A text of others, as far as the terminal can show it. */
  String fit(String text) {
    return text.replace(DOT, dot);
  }
}
