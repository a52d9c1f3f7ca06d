package io.github.tapvirtuous.config.source;

/** Text in lines that a terminal does not break. */
public final class Wrapped {
  private static final int WIDTH = 100;

  private Wrapped() {}

  /** Each line begins with the indent and ends in a line break; a word is never cut. */
  public static String at(String indent, String text) {
    var lines = new StringBuilder();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > WIDTH) {
        lines.append(indent).append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return lines.append(indent).append(line).append('\n').toString();
  }
}
