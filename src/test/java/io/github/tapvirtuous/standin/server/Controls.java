package io.github.tapvirtuous.standin.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.tapvirtuous.standin.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Changes rows while the stand-in serves them: {@code POST /_control/modify?table=gifts&count=10},
 * likewise {@code insert}, {@code delete}, {@code restore} and {@code archive}. The reply names the
 * keys: {@code {"keys":[1,2]}}.
 */
final class Controls implements HttpHandler {
  static final String PATH = "/_control/";

  private final StandIn standIn;

  Controls(StandIn standIn) {
    this.standIn = standIn;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI();
      var verb = uri.getPath().substring(PATH.length());
      try {
        if (!exchange.getRequestMethod().equals("POST")) {
          throw new IllegalArgumentException("POST is wanted.");
        }
        var keys = changed(verb, parameters(String.valueOf(uri.getRawQuery())));
        answer(exchange, 200, "{\"keys\":" + keys + "}\n");
      } catch (IllegalArgumentException | NoSuchElementException unusable) {
        answer(exchange, 400, "Try POST " + PATH + "modify?table=gifts&count=10\n");
      }
    }
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new HashMap<String, String>();
    for (var pair : List.of(query.split("&", -1))) {
      var parts = pair.split("=", 2);
      parameters.put(parts[0], parts[parts.length - 1]);
    }
    return parameters;
  }

  private List<Long> changed(String verb, Map<String, String> parameters) {
    var table = parameters.getOrDefault("table", "");
    var count = Integer.parseInt(parameters.getOrDefault("count", "1"));
    return switch (verb) {
      case "modify" -> standIn.modifySome(table, count);
      case "insert" -> added(table, count, standIn::insertLikeAnother);
      case "restore" -> added(table, count, standIn::restoreAny);
      case "delete" -> spread(table, count, standIn::delete);
      case "archive" -> spread(table, count, standIn::archive);
      default -> throw new IllegalArgumentException(verb);
    };
  }

  private List<Long> added(String table, int count, Consumer<String> oneMore) {
    var before = Set.copyOf(standIn.ids(table));
    IntStream.range(0, count).forEach(i -> oneMore.accept(table));
    return standIn.ids(table).stream().filter(id -> !before.contains(id)).toList();
  }

  /** Befalls so many rows from all over the table. */
  private List<Long> spread(String table, int count, BiPredicate<String, Long> one) {
    var ids = standIn.ids(table);
    var step = Math.max(1, ids.size() / Math.max(1, count));
    return IntStream.range(0, Math.min(count, ids.size()))
        .mapToObj(i -> ids.get(i * step))
        .filter(id -> one.test(table, id))
        .toList();
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
