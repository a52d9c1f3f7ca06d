package io.github.tapvirtuous.terminal;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The terminal that standard error is.
 *
 * @param out standard error itself
 * @param columns as the launcher found them; 0 where it could not
 * @param charset of the terminal, as the locale has it
 */
public record Window(OutputStream out, int columns, Charset charset) {
  private static final int USUAL = 80;

  /** Narrower than any column of it, and nothing would be told. */
  private static final int NARROWEST = 20;

  /** Whether it can draw: {@code TERM=dumb} cannot, nor can one without a name. */
  public boolean canDraw(Map<String, String> environment) {
    var name = environment.getOrDefault("TERM", "");
    return !name.isEmpty() && !name.equals("dumb");
  }

  /** How many characters fit: in the last column, some terminals break the line at once. */
  int width() {
    return (columns == 0 ? USUAL : Math.max(columns, NARROWEST)) - 1;
  }

  /** Whether colours are welcome: see no-color.org. */
  static boolean mayColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  boolean knowsUnicode() {
    return charset.equals(StandardCharsets.UTF_8);
  }
}
