package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.webhook.watch.Answer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Shows each request where it belongs: by its path, and by the port that it came to. */
final class Front extends Handler.Abstract {
  private final String path;
  private final Doors doors;
  private final EventEndpoint events;
  private final HealthEndpoint health;
  private final EventParts parts;

  Front(String path, Doors doors, EventEndpoint events, HealthEndpoint health, EventParts parts) {
    this.path = path;
    this.doors = doors;
    this.events = events;
    this.health = health;
    this.parts = parts;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Request.addCompletionListener(request, any -> parts.slow().answered(request));
    var door = request.getConnectionMetaData().getConnector();
    var asked = request.getHttpURI().getPath();
    if (doors.isForEvents(door) && path.equals(asked)) {
      events.handle(request, response, callback);
    } else if (doors.isForHealth(door) && HealthEndpoint.PATHS.contains(asked)) {
      health.handle(request, response, callback);
    } else {
      parts.refusals().add(Answer.NO_SUCH_PATH);
      Replies.send(Answer.NO_SUCH_PATH, response, callback);
    }
    return true;
  }
}
