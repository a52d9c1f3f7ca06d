package io.github.tapvirtuous.webhook.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.webhook.watch.Answer;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes replies. They say little: nobody reads them but who looks for a fault. */
final class Replies {
  static final String TEXT = "text/plain; charset=utf-8";
  private static final int UNAVAILABLE = 503;
  private static final String SECONDS_UNTIL_RETRY = "30";

  private Replies() {}

  static void send(Answer answer, Response response, Callback callback) {
    var text = answer.words().isEmpty() ? "" : answer.words() + "\n";
    send(answer.status(), TEXT, text.getBytes(UTF_8), response, callback);
  }

  static void send(
      int status, String contentType, byte[] body, Response response, Callback callback) {
    response.setStatus(status);
    var headers = response.getHeaders();
    if (body.length > 0) {
      headers.put(HttpHeader.CONTENT_TYPE, contentType);
    }
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    if (status == UNAVAILABLE) {
      headers.put(HttpHeader.RETRY_AFTER, SECONDS_UNTIL_RETRY);
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
