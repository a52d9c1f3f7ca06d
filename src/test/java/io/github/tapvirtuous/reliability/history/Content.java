package io.github.tapvirtuous.reliability.history;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row says. All its numbers grow from change to change.
 *
 * @param modified empty where Virtuous tells no date
 * @param note set by changes that the modified date shows
 * @param rare likewise, in a field that most rows lack; 0 where this one does
 * @param computed set by changes that nothing shows
 */
record Content(Instant created, Optional<Instant> modified, long note, long rare, long computed) {
  static final String NOTE = "modifiedByUser";
  static final String RARE = "rareField";
  static final String COMPUTED = "computedField";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  Content modified(Instant now, long number, boolean rarely) {
    return new Content(created, Optional.of(now), number, rarely ? number : rare, computed);
  }

  Content computed(long number) {
    return new Content(created, modified, note, rare, number);
  }

  /** Into a row that has a key already. */
  void write(ObjectNode row) {
    row.put("createDateTimeUtc", text(created))
        .put("modifiedDateTimeUtc", modified.map(Content::text).orElse(null))
        .put(NOTE, "Change " + note)
        .put(COMPUTED, computed);
    if (rare > 0) {
      row.put(RARE, rare);
    }
  }

  boolean isModifiedSince(Instant time) {
    return modified.filter(when -> !when.isBefore(time)).isPresent();
  }

  private static String text(Instant time) {
    return TIME.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
  }

  /** Whether a stored row is this one or a newer one, in what the modified date shows. */
  boolean isIn(JsonNode stored, boolean withRare) {
    return number(stored, NOTE) >= note && (!withRare || number(stored, RARE) >= rare);
  }

  /** Likewise, in everything. */
  boolean isWhollyIn(JsonNode stored, boolean withRare) {
    return isIn(stored, withRare) && number(stored, COMPUTED) >= computed;
  }

  private static long number(JsonNode stored, String field) {
    var text = stored.path(field).asString("0");
    return Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
  }
}
