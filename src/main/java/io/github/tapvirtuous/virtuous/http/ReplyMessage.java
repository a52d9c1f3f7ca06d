package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.json.ReplyJson;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What may be told of an error's body: {@code {"message":"…"}} or {@code
 * {"error":{"code":"…","message":"…"}}}. Anything else may hold donors' data.
 */
public final class ReplyMessage {
  private static final int LARGEST = 64 * 1024;

  private final Secret key;

  public ReplyMessage(Secret key) {
    this.key = key;
  }

  /** One line without the key; {@code ""} where the body has no known shape. */
  public String of(HttpReply reply) {
    var text = knownParts(reply.body());
    return ForeignText.line(text.replace(key.value(), key.toString()));
  }

  private static String knownParts(Bytes body) {
    if (body.length() == 0 || body.length() > LARGEST) {
      return "";
    }
    try {
      return knownParts(ReplyJson.tree(body));
    } catch (UnusableReplyException notJson) {
      return "";
    }
  }

  private static String knownParts(JsonNode reply) {
    var error = reply.path("error");
    return Stream.of(reply.path("message"), error.path("code"), error.path("message"))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .collect(Collectors.joining(": "));
  }
}
