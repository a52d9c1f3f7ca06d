package io.github.tapvirtuous.webhook;

import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.file.JsonFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has to be kept of a webhook, since Virtuous lists none: one JSON object.
 *
 * @param told all of it, with the secret
 */
public record Meta(ObjectNode told) {
  static final String CREATED = "webhook_created";
  static final String REASON = "reason";

  private static final String DELETED = "webhook_deleted";
  private static final String ID = "id";
  private static final String SECRET = "secret";
  private static final int LARGEST = 1 << 20;
  private static final String REMEDY =
      "Give what tap-virtuous webhook create wrote or printed: {\"id\": 5150, ...}.";

  /** Of a webhook that has just been made. */
  static Meta of(long id, Wish wish) {
    var json = wish.tell(JsonNodeFactory.instance.objectNode().put(ID, id));
    return new Meta(json.put(SECRET, wish.secret().value()).put(CREATED, true));
  }

  /**
   * Reads a file.
   *
   * @param hide told of the secret in it
   * @throws ConfigException when it names no webhook
   */
  public static Meta read(String path, Consumer<Secret> hide) {
    var file = new JsonFile("meta file", Path.of(path), REMEDY);
    return checked(file.read(), file.name(), hide);
  }

  /** The same from standard input. */
  public static Meta read(InputStream in, Consumer<Secret> hide) {
    var name = "Standard input";
    try {
      return checked(JsonMapper.shared().readTree(in.readNBytes(LARGEST)), name, hide);
    } catch (IOException | JacksonException unreadable) {
      throw new ConfigException(name + " is not valid JSON.", REMEDY, unreadable);
    }
  }

  private static Meta checked(JsonNode read, String name, Consumer<Secret> hide) {
    read.path(SECRET).stringValueOpt().map(Secret::new).ifPresent(hide);
    var id = read.path(ID);
    if (read instanceof ObjectNode told && id.canConvertToLong() && id.asLong(0) > 0) {
      return new Meta(told);
    }
    throw new ConfigException(name + " has no \"id\" of a webhook.", REMEDY);
  }

  public long id() {
    return told.path(ID).longValue();
  }

  /** To be kept. */
  public JsonNode whole() {
    return told;
  }

  /** To be seen, where the secret is kept elsewhere. */
  public JsonNode withoutSecret() {
    return told.deepCopy().without(SECRET);
  }

  /** To be kept by whoever reads it, since the file could not be written. */
  public JsonNode unkept(String reason) {
    return told.deepCopy().put(REASON, reason);
  }

  /** It is gone. */
  public JsonNode deleted() {
    return JsonNodeFactory.instance.objectNode().put(ID, id()).put(DELETED, true);
  }

  /** Why it may still be there. */
  public JsonNode notDeleted(String reason) {
    var json = JsonNodeFactory.instance.objectNode().put(ID, id());
    return json.put(DELETED, false).put(REASON, reason);
  }
}
