package io.github.tapvirtuous.standin.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one request tells a subscriber.
 *
 * @param notices of one event; several come in one body
 */
record Letter(Subscriber to, List<Notice> notices) {
  static final String SIGNATURE = "X-Virtuous-Signature";

  Letter {
    notices = List.copyOf(notices);
  }

  /**
   * Where it goes.
   *
   * @throws IllegalArgumentException if that is no place
   */
  URI url() {
    return URI.create(to.url());
  }

  byte[] body() {
    return json().toString().getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode json() {
    if (notices.size() == 1) {
      return notices.get(0).alone();
    }
    var batch = JsonMapper.shared().createObjectNode().put("event", notices.get(0).event());
    var models = batch.putArray("models");
    notices.forEach(each -> models.add(each.model()));
    return batch;
  }

  /** Of the body, if the subscriber has a secret. */
  Optional<String> signature() {
    return to.secret().isEmpty() ? Optional.empty() : Optional.of(Hmac.of(body(), to.secret()));
  }
}
