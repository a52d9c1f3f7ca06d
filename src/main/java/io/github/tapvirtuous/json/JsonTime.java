package io.github.tapvirtuous.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Times in JSON, as text; {@link Instant#EPOCH} stands for never, which is null there. */
public final class JsonTime {
  private JsonTime() {}

  /** Empty for what is no time. */
  public static Optional<Instant> read(JsonNode node) {
    try {
      return node.isString() ? Optional.of(Instant.parse(node.stringValue())) : Optional.empty();
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** As {@link #read}, and never for what is no time. */
  public static Instant orNever(JsonNode node) {
    return read(node).orElse(Instant.EPOCH);
  }

  public static @Nullable String text(Instant time) {
    return time.equals(Instant.EPOCH) ? null : time.toString();
  }
}
