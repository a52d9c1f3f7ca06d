package io.github.tapvirtuous.standin.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.rows.RowFacts;
import io.github.tapvirtuous.standin.rows.TableRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Which rows a tap has to have delivered: {@code {"gifts":{"always":[1,2],"ever":[1,2,3]},…}}.
 * Every id under {@code always} existed all the time since the mark, no other than those under
 * {@code ever} existed at any time. {@code GET /_truth} tells it, {@code DELETE /_truth} sets the
 * mark.
 */
public final class Truth implements HttpHandler {
  private final StandIn standIn;

  public Truth(StandIn standIn) {
    this.standIn = standIn;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("DELETE")) {
        standIn.tables().values().forEach(TableRows::mark);
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      var body = text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  void writeTo(Path file) throws IOException {
    Files.writeString(file, text());
  }

  public String text() {
    return standIn.tables().entrySet().stream()
        .map(entry -> '"' + entry.getKey() + "\":" + text(entry.getValue()))
        .collect(Collectors.joining(",\n", "{", "}\n"));
  }

  private static String text(TableRows rows) {
    return "{\"always\":" + list(rows.always()) + ",\"ever\":" + list(rows.ever()) + "}";
  }

  private static String list(long[] ids) {
    return LongStream.of(ids)
        .filter(id -> id != RowFacts.NO_KEY)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
