package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.json.ReplyJson;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.Request;

/**
 * The name of the organization that the key belongs to: {@code {"organizationName":"…"}}, or an
 * array of such. {@code ""} where the reply does not tell it.
 */
public record GetOrganization() implements Endpoint<String> {
  private static final String PATH = "Organization";

  @Override
  public Request request() {
    return Request.get(PATH);
  }

  @Override
  public String read(HttpReply reply) {
    var told = ReplyJson.tree(reply.body());
    return (told.isArray() ? told.path(0) : told).path("organizationName").asString("");
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public String inWords() {
    return PATH;
  }
}
