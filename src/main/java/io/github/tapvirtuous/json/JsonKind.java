package io.github.tapvirtuous.json;

import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.error.KeyText;
import tools.jackson.databind.JsonNode;

/** The kinds of JSON values, in an end user's words. */
public final class JsonKind {
  private JsonKind() {}

  public static String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      default -> "null";
    };
  }

  /** What to write where the schema asks for this type. */
  public static String wanted(String type) {
    return switch (type) {
      case "string" -> "Give a text in quotes.";
      case "integer" -> "Give a whole number, without quotes.";
      case "number" -> "Give a number, without quotes.";
      case "boolean" -> "Give true or false, without quotes.";
      case "array" -> "Give a list in square brackets.";
      default -> "Give an object in curly braces.";
    };
  }

  /** The value as JSON, shortened; {@code "***"} for a text that looks like a key. */
  public static String quoted(JsonNode value) {
    var text = value.toString();
    if (value.isString() && KeyText.looksLikeKey(text)) {
      return '"' + KeyText.shown(text) + '"';
    }
    return ForeignText.value(text);
  }
}
