package io.github.tapvirtuous.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.event.UnreadableDeliveryException.Flaw;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.json.ContainerCopy;
import io.github.tapvirtuous.json.JsonBytes;
import io.github.tapvirtuous.json.NestedNames;
import io.github.tapvirtuous.json.ReplyJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What an object or a list holds, each part as JSON of its own: without white space, its texts
 * clean, its numbers in the digits of the source. Calls do not nest as the JSON does.
 */
public final class JsonParts {
  /** As deep as a column may be, and the envelope around it. */
  static final int DEEPEST = 510;

  private JsonParts() {}

  /**
   * The body, once it is sure that the other methods can read it.
   *
   * @throws UnreadableDeliveryException unless it is one JSON value of a bearable depth
   */
  static Bytes checked(byte[] body) throws UnreadableDeliveryException {
    var json = Bytes.of(body);
    try {
      if (ReplyJson.read(json, JsonParts::isTooDeep)) {
        throw new UnreadableDeliveryException(Flaw.TOO_DEEP);
      }
      return json;
    } catch (UnusableReplyException broken) {
      throw new UnreadableDeliveryException(Flaw.NOT_JSON);
    }
  }

  /** Stops where it is: every level would take memory. */
  private static boolean isTooDeep(JsonParser parser) {
    var depth = 0;
    do {
      var token = parser.nextToken();
      if (token == null) {
        throw new UnusableReplyException("it ends too soon", null);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    } while (depth > 0 && depth <= DEEPEST);
    if (depth == 0) {
      ReplyJson.expectEnd(parser);
    }
    return depth > 0;
  }

  /** By name; of a name that comes twice the first counts. None of what is no object. */
  public static Map<String, String> members(String json) {
    return members(bytes(json));
  }

  static Map<String, String> members(Bytes json) {
    return ReplyJson.read(json, JsonParts::members);
  }

  private static Map<String, String> members(JsonParser parser) {
    var members = new LinkedHashMap<String, String>();
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      var names = new NestedNames(parser);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = parser.currentName();
        parser.nextToken();
        var value = copy(parser, names);
        members.putIfAbsent(name, value);
      }
    }
    return members;
  }

  /** Empty for what is no list. */
  static Optional<List<String>> elements(Bytes json) {
    return ReplyJson.read(json, JsonParts::elements);
  }

  private static Optional<List<String>> elements(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return Optional.empty();
    }
    var elements = new ArrayList<String>();
    var names = new NestedNames(parser);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(copy(parser, names));
    }
    return Optional.of(elements);
  }

  /** An object of these members. */
  public static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(each -> quoted(each.getKey()) + ":" + each.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** A text as JSON. */
  static String quoted(String name) {
    var out = new JsonBytes(name.length() + 2);
    out.string(name.toCharArray(), 0, name.length());
    return out.text(0, out.length());
  }

  private static String copy(JsonParser parser, NestedNames names) {
    var out = new JsonBytes(64);
    var token = parser.currentToken();
    if (token.isStructStart()) {
      new ContainerCopy(parser, names, out, true).copy();
    } else {
      var text = parser.getStringCharacters();
      var offset = parser.getStringOffset();
      var length = parser.getStringLength();
      if (token == JsonToken.VALUE_STRING) {
        out.string(text, offset, length);
      } else {
        out.ascii(text, offset, length);
      }
    }
    return out.text(0, out.length());
  }

  static boolean isObject(String json) {
    return json.startsWith("{");
  }

  /** What a text or a number says; empty for anything else. */
  static Optional<String> text(String json) {
    if (json.startsWith("\"")) {
      var isPlain = json.indexOf('\\') < 0;
      return Optional.of(
          isPlain
              ? json.substring(1, json.length() - 1)
              : ReplyJson.tree(bytes(json)).stringValue());
    }
    var isNumber = json.startsWith("-") || Character.isDigit(json.charAt(0));
    return isNumber ? Optional.of(json) : Optional.empty();
  }

  static Bytes bytes(String json) {
    return Bytes.of(json.getBytes(UTF_8));
  }
}
