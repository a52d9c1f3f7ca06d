package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.ReplyJson;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.Request;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A call about a webhook. Virtuous has none that lists them: who loses the id of one has to look
 * for it there.
 *
 * @param isTold whether the reply is the webhook, secret included; else it does not matter
 */
public record WebhookCall(Request request, boolean isRepeatable, boolean isTold, String inWords)
    implements Endpoint<JsonNode> {
  private static final String PATH = "Webhook";
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_SLOW = 408;

  /** What there is to do about a webhook of which nobody knows whether it was made. */
  public static final String IN_DOUBT =
      "It may have been made all the same, and is not asked for again: look among the webhooks in"
          + " the settings of Virtuous for one with this URL, and delete it there before you"
          + " create another.";

  /**
   * Never made twice: each time would be another webhook.
   *
   * @param webhook a JSON object
   */
  public static WebhookCall create(String webhook) {
    return new WebhookCall(Request.post(PATH, webhook), false, true, "the new webhook");
  }

  public static WebhookCall show(long id) {
    return new WebhookCall(Request.get(path(id)), true, true, inWords(id));
  }

  /** Events that come while it is not active are lost. */
  public static WebhookCall active(long id, boolean active) {
    var request = Request.put(path(id) + "/Active", "").withQuery("active=" + active);
    return new WebhookCall(request, true, false, inWords(id));
  }

  public static WebhookCall delete(long id) {
    return new WebhookCall(Request.delete(path(id)), true, false, inWords(id));
  }

  private static String path(long id) {
    return PATH + "/" + id;
  }

  private static String inWords(long id) {
    return "webhook " + id;
  }

  @Override
  public JsonNode read(HttpReply reply) {
    if (!isTold) {
      return MissingNode.getInstance();
    }
    var webhook = ReplyJson.tree(reply.body());
    if (!webhook.path("id").isIntegralNumber()) {
      throw new UnusableReplyException("it is no webhook with an id", null);
    }
    return webhook;
  }

  @Override
  public Optional<String> fixAfter(int status) {
    if (!isRepeatable && isInDoubt(status)) {
      return Optional.of(IN_DOUBT);
    }
    return switch (status) {
      case FORBIDDEN ->
          Optional.of("Give the key's permission group access to webhooks in Virtuous.");
      case NOT_FOUND ->
          Optional.of(
              isRepeatable
                  ? "It was deleted before, or is one of another organization than the key."
                  : "Check \"base_url\".");
      case 500, 502, 504 -> Optional.of("Try again later.");
      default -> Optional.empty();
    };
  }

  /** No whole reply, or one that does not say that nothing was done. */
  private static boolean isInDoubt(int status) {
    return status < 300 || status >= 500 || status == TOO_SLOW;
  }
}
