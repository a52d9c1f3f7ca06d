package io.github.tapvirtuous.standin.rows;

import java.nio.charset.StandardCharsets;

/**
 * What stands around the rows of a reply.
 *
 * @param form a text in which {@code %rows%} and {@code %total%} are filled in; without {@code
 *     %rows%} the rows are left out
 */
public record Envelope(String form) {
  public static final Envelope LIST_AND_TOTAL =
      new Envelope("{\"list\":[%rows%],\"total\":%total%}");
  public static final Envelope BARE_ARRAY = new Envelope("[%rows%]");

  private static final String ROWS = "%rows%";

  boolean showsRows() {
    return form.contains(ROWS);
  }

  byte[] before(int total) {
    return bytes(showsRows() ? form.substring(0, form.indexOf(ROWS)) : form, total);
  }

  byte[] after(int total) {
    return bytes(showsRows() ? form.substring(form.indexOf(ROWS) + ROWS.length()) : "", total);
  }

  private static byte[] bytes(String part, int total) {
    var text = part.replace("%total%", Integer.toString(total));
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
