package io.github.tapvirtuous.standin.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A subscriber's server: notes what it is told, and answers as it was asked to, else with 200. */
public final class Listener implements AutoCloseable {
  private final HttpServer server;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Queue<Integer> answers = new ArrayDeque<>();

  /**
   * A request.
   *
   * @param headers in any case
   */
  public record Heard(Map<String, String> headers, String body) {
    /** Whether the signature is that of the body. */
    public boolean isSignedWith(String secret) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      return Hmac.of(bytes, secret).equals(headers.get(Letter.SIGNATURE));
    }
  }

  private Listener(HttpServer server, int... first) {
    this.server = server;
    IntStream.of(first).forEach(answers::add);
  }

  /**
   * Listens on loopback.
   *
   * @param first the first answers, 0 for none at all
   */
  public static Listener answering(int... first) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var listener = new Listener(HttpServer.create(address, 0), first);
      listener.server.createContext("/", listener::hear);
      listener.server.start();
      return listener;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      heard.add(new Heard(headers, body));
      var status = answers.isEmpty() ? 200 : answers.remove();
      if (status > 0) {
        exchange.sendResponseHeaders(status, -1);
      }
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
  }

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
