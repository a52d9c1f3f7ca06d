package io.github.tapvirtuous.cli.inbox;

import io.github.tapvirtuous.inbox.Contents;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an inbox holds, as one JSON object for programs. */
public final class InboxJson {
  private InboxJson() {}

  public static String of(Contents contents, String identity, long highest) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("depth", contents.depth())
        .put("oldest", contents.oldest().map(Instant::toString).orElse(null))
        .put("identity", identity)
        .put("highest_number", highest);
    var streams = json.putObject("streams");
    for (var part : contents.parts()) {
      streams
          .withObjectProperty(part.stream())
          .put(part.kind().name().toLowerCase(Locale.ROOT), part.count());
    }
    return json.toString();
  }
}
