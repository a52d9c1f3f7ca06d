package io.github.tapvirtuous.webhook;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.virtuous.GetOrganization;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import io.github.tapvirtuous.virtuous.WebhookCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says to Virtuous of which changes it shall tell. */
public final class Subscriptions {
  private final VirtuousClient client;

  public Subscriptions(VirtuousClient client) {
    this.client = client;
  }

  /** Asks for it once, whatever comes back: it may have worked. */
  public Meta create(Wish wish) {
    findTheWay();
    try {
      return Meta.of(new Webhook(client.call(WebhookCall.create(wish.request()))).id(), wish);
    } catch (SourceException failure) {
      throw failure.kind() == Kind.STOPPED ? inDoubt(failure) : failure;
    }
  }

  private static SourceException inDoubt(SourceException stopped) {
    return new SourceException(Kind.STOPPED, stopped.getMessage(), WebhookCall.IN_DOUBT, stopped);
  }

  public Webhook show(long id) {
    findTheWay();
    return new Webhook(client.call(WebhookCall.show(id)));
  }

  /**
   * Has it tell of changes from now on, or of none.
   *
   * @return what is then so, for people and programs
   */
  public JsonNode activate(long id, boolean active) {
    findTheWay();
    client.call(WebhookCall.active(id, active));
    return JsonNodeFactory.instance.objectNode().put("id", id).put("active", active);
  }

  public void delete(long id) {
    findTheWay();
    client.call(WebhookCall.delete(id));
  }

  /** How the key is said, and whether this is Virtuous: by a request that changes nothing. */
  private void findTheWay() {
    try {
      client.call(new GetOrganization());
    } catch (SourceException failure) {
      if (failure.kind() != Kind.FORBIDDEN) { // a good key of a narrow permission group
        throw failure;
      }
    }
  }
}
