package io.github.tapvirtuous.terminal;

import io.github.tapvirtuous.log.Printing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;

/**
 * A few lines that are drawn again and again, below others that stay. Between two drawings the
 * cursor stands at the first of them: what other programs print on the same terminal, such as a
 * target, is written over them, and never lost. It is never hidden, so nothing has to be undone.
 */
final class Screen implements Printing.Printer {
  private static final String CLEAR = "\r\u001b[J";
  private static final String UP = "\u001b[%dA";

  /**
   * In a window that has become narrower, a long line would else take two, and go up too little.
   */
  private static final String CUT = "\u001b[?7l%s\u001b[?7h";

  private final OutputStream out;
  private final Charset charset;
  private List<String> drawn = List.of();

  Screen(OutputStream out, Charset charset) {
    this.out = out;
    this.charset = charset;
  }

  /** Lines that stay, above what is drawn. */
  @Override
  public synchronized void print(String lines) {
    write(CLEAR + lines + block(drawn));
  }

  /** Draws these lines in the place of the last ones. */
  synchronized void draw(List<String> lines) {
    drawn = List.copyOf(lines);
    write(CLEAR + block(drawn));
  }

  private static String block(List<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    var up = lines.size() == 1 ? "" : UP.formatted(lines.size() - 1);
    return CUT.formatted(String.join("\n", lines)) + "\r" + up;
  }

  private void write(String text) {
    try {
      out.write(text.getBytes(charset));
      out.flush();
    } catch (IOException e) {
      drawn = List.of(); // the window is gone: no reason to stop
    }
  }
}
