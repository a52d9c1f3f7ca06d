package io.github.tapvirtuous.standin.webhook;

import io.github.tapvirtuous.standin.rows.RowChange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change that is told of.
 *
 * @param id the same each time it is told
 */
record Notice(RowChange change, UUID id, Instant at) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT);

  /** {@code GiftCreate}. */
  String event() {
    var name = change.event();
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  ObjectNode alone() {
    return JsonMapper.shared().createObjectNode().put("event", event()).setAll(model());
  }

  /** As it stands among others of its kind. */
  ObjectNode model() {
    var model = JsonMapper.shared().createObjectNode();
    model
        .put("eventId", id.toString())
        .put("eventDateTimeUtc", TIME.format(at.atOffset(ZoneOffset.UTC)));
    model
        .putObject("organization")
        .put("id", 4321)
        .put("name", "Harbor Light Foundation (Sandbox)");
    model
        .putObject("organizationUser")
        .put("id", 88)
        .put("emailAddress", "dana.whitfield@example.org");
    return model.set(change.table().webhook().rootObject(), WebhookRecord.of(change));
  }
}
