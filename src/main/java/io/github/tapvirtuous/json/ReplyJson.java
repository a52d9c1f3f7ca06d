package io.github.tapvirtuous.json;

import io.github.tapvirtuous.buffer.Bytes;
import io.github.tapvirtuous.error.UnusableReplyException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** How replies are read as JSON: anything goes that the reply's own size allows. */
public final class ReplyJson {
  private static final JsonFactory FACTORY = factory();

  private ReplyJson() {}

  /** Reads a reply's tokens. Of UTF-16 Jackson would read what lies behind it in the array, too. */
  public static JsonParser parser(Bytes reply) {
    var context = ObjectReadContext.empty();
    return mayBeUtf16(reply)
        ? FACTORY.createParser(context, reply.copy())
        : FACTORY.createParser(context, reply.array(), 0, reply.length());
  }

  /** No other encoding begins with such a byte. */
  private static boolean mayBeUtf16(Bytes reply) {
    return reply.length() > 0 && (reply.array()[0] & 0xFF) >= 0xFE;
  }

  /** Replies are capped before they are parsed, so the parser needs no limits of its own. */
  public static JsonFactory factory() {
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
  public static UnusableReplyException unusable(JacksonException broken) {
    var at = broken.getLocation();
    var where = at == null ? "" : " at byte " + at.getByteOffset();
    return new UnusableReplyException("the reply is not whole JSON" + where, null);
  }
}
