package io.github.tapvirtuous.testing.webhook;

import java.util.Map;

/**
 * What a receiver has answered.
 *
 * @param status 0 if it hung up instead
 * @param headers by their names in small letters
 */
public record HookReply(int status, Map<String, String> headers, String body) {
  static final HookReply HUNG_UP = new HookReply(0, Map.of(), "");

  public HookReply {
    headers = Map.copyOf(headers);
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
