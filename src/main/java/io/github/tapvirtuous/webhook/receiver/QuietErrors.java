package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.webhook.watch.Answer;
import io.github.tapvirtuous.webhook.watch.Refusals;
import java.util.Arrays;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is said where Jetty finds a fault: its own pages quote requests, and name it. */
final class QuietErrors extends ErrorHandler {
  private static final int INTERNAL_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  private final Refusals refusals;

  QuietErrors(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var status = response.getStatus();
    switch (status) {
      case UNAVAILABLE -> refusals.add(Answer.STOPPING);
      case INTERNAL_ERROR -> refusals.add(Answer.FAULT, Answer.FAULT.words() + cause(request));
      default -> refusals.add(Answer.MALFORMED);
    }
    Replies.send(status, Replies.TEXT, new byte[0], response, callback);
    return true;
  }

  /** Where it was thrown, but nothing that it says: it may quote a request. */
  private static String cause(Request request) {
    return request.getAttribute(ERROR_EXCEPTION) instanceof Throwable thrown
        ? " "
            + thrown.getClass().getName()
            + Arrays.stream(thrown.getStackTrace()).limit(3).toList()
        : "";
  }
}
