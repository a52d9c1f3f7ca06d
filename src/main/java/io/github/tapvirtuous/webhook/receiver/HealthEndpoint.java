package io.github.tapvirtuous.webhook.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.webhook.watch.Answer;
import io.github.tapvirtuous.webhook.watch.InboxWatch;
import io.github.tapvirtuous.webhook.watch.Metrics;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What programs that look after others ask: never waits for the inbox. */
final class HealthEndpoint {
  private static final String HEALTH = "/healthz";
  private static final String READINESS = "/readyz";
  private static final String METRICS = "/metrics";

  /** No event is taken there. */
  static final Set<String> PATHS = Set.of(HEALTH, READINESS, METRICS);

  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final int OK = 200;

  private final Metrics metrics;
  private final InboxWatch watch;

  HealthEndpoint(Metrics metrics, InboxWatch watch) {
    this.metrics = metrics;
    this.watch = watch;
  }

  void handle(Request request, Response response, Callback callback) {
    if (!METHODS.contains(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", METHODS));
      Replies.send(Answer.METHOD, response, callback);
      return;
    }
    switch (request.getHttpURI().getPath()) {
      case METRICS -> metrics(request, response, callback);
      case READINESS -> readiness(response, callback);
      default -> Replies.send(OK, Replies.TEXT, "alive\n".getBytes(UTF_8), response, callback);
    }
  }

  private void readiness(Response response, Callback callback) {
    if (watch.isReady()) {
      Replies.send(OK, Replies.TEXT, "ready\n".getBytes(UTF_8), response, callback);
    } else {
      Replies.send(Answer.INBOX, response, callback);
    }
  }

  private void metrics(Request request, Response response, Callback callback) {
    var accept = Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT)).orElse("");
    var page = metrics.page(accept);
    Replies.send(OK, page.contentType(), page.text().getBytes(UTF_8), response, callback);
  }
}
