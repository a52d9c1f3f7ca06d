package io.github.tapvirtuous.webhook.receiver;

import io.github.tapvirtuous.webhook.watch.Answer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where Virtuous sends events. Judges a request by its head, and only then reads its body. */
final class EventEndpoint {
  private static final String METHOD = "POST";

  /** Which charset a JSON text has is no question, but some say it. */
  private static final Pattern JSON =
      Pattern.compile("(application|text)/json(;charset=\"?utf-8\"?)?;?");

  private static final Pattern PLAIN = Pattern.compile("|identity");

  private final EventParts parts;

  EventEndpoint(EventParts parts) {
    this.parts = parts;
  }

  void handle(Request request, Response response, Callback callback) {
    var reception = new Reception(parts, request, response, callback);
    if (!request.getMethod().equals(METHOD)) {
      response.getHeaders().put(HttpHeader.ALLOW, METHOD);
      reception.refuse(Answer.METHOD);
    } else if (!isPlainJson(request)) {
      reception.refuse(Answer.CONTENT_TYPE);
    } else if (request.getLength() > parts.limits().bodyBytes()) {
      reception.refuse(Answer.TOO_LARGE);
    } else {
      reception.begin();
    }
  }

  /** Whoever does not say what it sends may send JSON: it is looked at. */
  private static boolean isPlainJson(Request request) {
    var type = value(request, HttpHeader.CONTENT_TYPE);
    return (type.isEmpty() || JSON.matcher(type).matches())
        && PLAIN.matcher(value(request, HttpHeader.CONTENT_ENCODING)).matches();
  }

  private static String value(Request request, HttpHeader header) {
    var values = String.join(",", request.getHeaders().getValuesList(header));
    return values.replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
