package io.github.tapvirtuous.json;

import io.github.tapvirtuous.error.UnusableReplyException;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** How replies are read as JSON: anything goes that the reply's own size allows. */
public final class ReplyJson {
  private static final JsonFactory FACTORY = factory();
  private static final JsonMapper TREES =
      JsonMapper.builder(FACTORY).nodeFactory(new FirstOfEachName()).build();

  private ReplyJson() {}

  /**
   * Reads a reply. One that the parser refuses, or would misread, is cleaned and read once more.
   *
   * @param reading may be called twice, and begins anew then
   * @throws UnusableReplyException unless it is JSON
   */
  public static <T> T read(Bytes reply, Function<JsonParser, T> reading) {
    if (!isUtf8(reply)) {
      return readAsItIs(reply, reading);
    }
    try (var parser = parser(reply)) {
      var read = reading.apply(parser);
      // Behind the parser, since the reply has just come through the cache.
      if (!MisleadingUtf8.isIn(reply)) {
        return read;
      }
    } catch (JacksonException broken) {
      // It may be of use once it is clean.
    }
    return readAsItIs(CleanUtf8.of(reply), reading);
  }

  /** A whole reply as a tree; of a name that comes twice in an object the first counts. */
  public static JsonNode tree(Bytes reply) {
    return read(
        reply,
        parser -> {
          var root =
              Optional.ofNullable(TREES.readTree(parser)).orElseGet(MissingNode::getInstance);
          expectEnd(parser);
          return root;
        });
  }

  /** Says that a reply has no more to tell; what follows makes it unusable. */
  public static void expectEnd(JsonParser parser) {
    if (parser.nextToken() != null) {
      throw new UnusableReplyException("something follows the JSON of the reply", null);
    }
  }

  private static <T> T readAsItIs(Bytes reply, Function<JsonParser, T> reading) {
    try (var parser = parser(reply)) {
      return reading.apply(parser);
    } catch (JacksonException broken) {
      throw unusable(broken);
    }
  }

  /** Of UTF-16 Jackson would read what lies behind it in the array, too. */
  private static JsonParser parser(Bytes reply) {
    var context = ObjectReadContext.empty();
    return mayBeUtf16(reply)
        ? FACTORY.createParser(context, reply.copy())
        : FACTORY.createParser(context, reply.array(), 0, reply.length());
  }

  /** JSON in any other encoding has a byte order mark or a byte of zeros in front. */
  private static boolean isUtf8(Bytes reply) {
    for (int at = 0; at < Math.min(4, reply.length()); at++) {
      if (reply.array()[at] == 0) {
        return false;
      }
    }
    return !mayBeUtf16(reply);
  }

  /** No other encoding begins with such a byte. */
  private static boolean mayBeUtf16(Bytes reply) {
    return reply.length() > 0 && (reply.array()[0] & 0xFF) >= 0xFE;
  }

  /** Replies are capped before they are parsed, so the parser needs no limits of its own. */
  private static JsonFactory factory() {
    var unlimited =
        StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();
    return JsonFactory.builder().streamReadConstraints(unlimited).build();
  }

  /** Says where a reply broke, without quoting it: it may hold donors' data. */
  private static UnusableReplyException unusable(JacksonException broken) {
    var at = broken.getLocation();
    var where = at == null ? "" : " at byte " + at.getByteOffset();
    return new UnusableReplyException("the reply is not whole JSON" + where, null);
  }
}
