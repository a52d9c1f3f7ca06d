package io.github.tapvirtuous.row;

import io.github.tapvirtuous.json.ContainerCopy;
import io.github.tapvirtuous.json.JsonBytes;
import io.github.tapvirtuous.json.NestedNames;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.text.BooleanText;
import io.github.tapvirtuous.text.NumberText;
import io.github.tapvirtuous.text.TimestampText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes one value as its column's type demands, or says that it cannot without loss. */
final class ValueRenderer {
  private final JsonParser parser;
  private final JsonBytes out;
  private final NestedNames names;
  private final byte[] rewritten = new byte[NumberText.MAX_LENGTH];

  /** Numbers inside the current value that became null. */
  private int nested;

  ValueRenderer(JsonParser parser, JsonBytes out) {
    this.parser = parser;
    this.out = out;
    this.names = new NestedNames(parser);
  }

  /**
   * Writes the parser's current value and leaves the parser at its end.
   *
   * @return how many values became {@code null}, itself or inside it, that could not be held
   *     without loss
   */
  int write(FieldType type) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      out.raw(JsonBytes.NULL);
      return 0;
    }
    var start = out.length();
    nested = 0;
    if (fits(type)) {
      return nested;
    }
    out.truncate(start);
    out.raw(JsonBytes.NULL);
    parser.skipChildren();
    return 1;
  }

  private boolean fits(FieldType type) {
    return switch (type) {
      case INTEGER -> isScalarText() && rewrite(integer());
      case NUMBER -> isScalarText() && rewrite(number());
      case BOOLEAN -> bool();
      case STRING -> string();
      case TIMESTAMP -> parser.currentToken() == JsonToken.VALUE_STRING && timestamp();
      case OBJECT -> parser.currentToken() == JsonToken.START_OBJECT && container();
      case ARRAY -> parser.currentToken() == JsonToken.START_ARRAY && container();
    };
  }

  private boolean isScalarText() {
    return parser.currentToken() == JsonToken.VALUE_STRING || parser.currentToken().isNumeric();
  }

  private int integer() {
    return NumberText.integer(
        parser.getStringCharacters(),
        parser.getStringOffset(),
        parser.getStringLength(),
        rewritten);
  }

  private int number() {
    return NumberText.number(
        parser.getStringCharacters(),
        parser.getStringOffset(),
        parser.getStringLength(),
        rewritten);
  }

  /** Takes a text rule's verdict: negative is a mismatch, 0 the source text, else rewritten. */
  private boolean rewrite(int verdict) {
    if (verdict == 0) {
      out.ascii(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    } else if (verdict > 0) {
      out.raw(rewritten, 0, verdict);
    }
    return verdict >= 0;
  }

  private boolean bool() {
    return parser.currentToken().isScalarValue()
        && rewrite(
            BooleanText.normalise(
                parser.getStringCharacters(),
                parser.getStringOffset(),
                parser.getStringLength(),
                rewritten));
  }

  private boolean string() {
    if (parser.currentToken().isStructStart()) {
      jsonText();
    } else {
      out.string(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }
    return true;
  }

  /** As text, any container is readable. */
  private void jsonText() {
    var json = new JsonBytes(256);
    new ContainerCopy(parser, names, json, true).copy();
    out.stringOf(json);
  }

  private boolean container() {
    var copy = new ContainerCopy(parser, names, out, false);
    nested = copy.copy();
    return !copy.isTooDeep();
  }

  private boolean timestamp() {
    var verdict =
        TimestampText.normalise(
            parser.getStringCharacters(),
            parser.getStringOffset(),
            parser.getStringLength(),
            rewritten);
    if (verdict == 0) {
      out.raw(JsonBytes.NULL);
    } else if (verdict > 0) {
      out.raw('"');
      out.raw(rewritten, 0, verdict);
      out.raw('"');
    }
    return verdict >= 0;
  }
}
