package io.github.tapvirtuous.table;

import io.github.tapvirtuous.text.TimestampText;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What speaks for the type of one column: the type that is known, and samples beyond it. */
final class ColumnEvidence {
  private final String name;
  private final boolean isId;
  private final boolean mayBeTime;
  private final Set<FieldType> known;
  private final Set<FieldType> seen = EnumSet.noneOf(FieldType.class);

  /** Whether a text was seen that stands for no time: null in a timestamp, but text elsewhere. */
  private boolean sawNoTime;

  /**
   * Begins without any sample.
   *
   * @param isId whether whole numbers are proof of integer
   * @param mayBeTime whether texts may prove a timestamp
   * @param known one type or none
   */
  ColumnEvidence(String name, boolean isId, boolean mayBeTime, Set<FieldType> known) {
    this.name = name;
    this.isId = isId;
    this.mayBeTime = mayBeTime;
    this.known = Set.copyOf(known);
  }

  void add(JsonNode value) {
    for (var type : known) {
      if (type.holds(value)) {
        return;
      }
    }
    typeOf(value).ifPresent(seen::add);
  }

  /** Text where nothing but null was seen. */
  Column column() {
    var types = Stream.concat(known.stream(), seen.stream());
    var type = types.reduce(FieldType::join).orElse(FieldType.STRING);
    return new Column(name, sawNoTime && type != FieldType.TIMESTAMP ? FieldType.STRING : type);
  }

  private Optional<FieldType> typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> Optional.empty();
      case OBJECT -> Optional.of(FieldType.OBJECT);
      case ARRAY -> Optional.of(FieldType.ARRAY);
      case BOOLEAN -> Optional.of(FieldType.BOOLEAN);
      case NUMBER -> Optional.of(isWholeId(value) ? FieldType.INTEGER : FieldType.NUMBER);
      default -> typeOfText(value.asString());
    };
  }

  // One sampled 100 proves nothing: the next row may hold 100.50. Ids are whole by nature.
  private boolean isWholeId(JsonNode number) {
    return isId && number.isIntegralNumber() && FieldType.INTEGER.holds(number);
  }

  private Optional<FieldType> typeOfText(String text) {
    if (!mayBeTime) {
      return Optional.of(FieldType.STRING);
    }
    var out = new byte[TimestampText.MAX_LENGTH];
    return switch (TimestampText.normalise(text.toCharArray(), 0, text.length(), out)) {
      case TimestampText.NULL -> {
        sawNoTime = true;
        yield Optional.empty();
      }
      case TimestampText.MISMATCH -> Optional.of(FieldType.STRING);
      default -> Optional.of(FieldType.TIMESTAMP);
    };
  }
}
