package io.github.tapvirtuous.standin.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.http.StandInRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A stand-in behind the JDK's own server, on loopback: for the sandbox, the demo and the bench. */
public final class StandInServer implements AutoCloseable {
  private static final String BASE = "/api/";
  private static final int BACKLOG = 256;
  private static final int THREADS = 32;

  private final StandIn standIn;
  private final HttpServer server;
  private final ExecutorService threads;

  private StandInServer(StandIn standIn, HttpServer server) {
    this.standIn = standIn;
    this.server = server;
    this.threads = Executors.newFixedThreadPool(THREADS, StandInServer::daemon);
  }

  /** Listens on a free port if {@code port} is 0. */
  public static StandInServer serving(StandIn standIn, int port) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var server = new StandInServer(standIn, listening(address));
    server.start();
    return server;
  }

  private static HttpServer listening(InetSocketAddress address) throws IOException {
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (BindException taken) {
      var what = "Port " + address.getPort() + " is in use (" + taken.getMessage() + "). ";
      throw new BindException(what + "Choose another: make sandbox PORT=0 finds a free one.");
    }
  }

  private void start() {
    server.setExecutor(threads);
    server.createContext(BASE, this::exchange);
    server.createContext("/_truth", new Truth(standIn));
    server.createContext(Controls.PATH, new Controls(standIn));
    server.start();
  }

  /** Ends with a slash, as the tap's {@code base_url} does. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port() + BASE);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public StandIn standIn() {
    return standIn;
  }

  @Override
  public void close() {
    standIn.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "stand-in");
    thread.setDaemon(true);
    return thread;
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      deliver(standIn.answerInTime(request(exchange)), exchange);
    }
  }

  private static StandInRequest request(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    var target = exchange.getRequestURI().toString().substring(BASE.length());
    var body = exchange.getRequestBody().readAllBytes();
    return new StandInRequest(exchange.getRequestMethod(), target, headers, body);
  }

  private void deliver(StandInReply reply, HttpExchange exchange) throws IOException {
    switch (reply.delivery().ending()) {
      case RESET, CLOSED -> {} // closing the exchange without a reply drops the connection
      case WHOLE -> begin(reply, exchange).write(reply.body());
      case RESET_IN_BODY -> begin(reply, exchange).write(start(reply));
      case STALLED -> stall(reply, begin(reply, exchange));
    }
  }

  private static OutputStream begin(StandInReply reply, HttpExchange exchange) throws IOException {
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    var length = reply.body().length;
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    return length == 0 ? OutputStream.nullOutputStream() : exchange.getResponseBody();
  }

  private void stall(StandInReply reply, OutputStream out) throws IOException {
    var start = start(reply);
    out.write(start);
    out.flush();
    standIn.pause(reply.delivery().stall().toMillis());
    out.write(reply.body(), start.length, reply.body().length - start.length);
  }

  private static byte[] start(StandInReply reply) {
    return Arrays.copyOf(
        reply.body(), Math.max(0, Math.min(reply.delivery().at(), reply.body().length - 1)));
  }

  /** Serves until it is told to stop; {@code --help} says what it takes. */
  public static void main(String... arguments) throws IOException {
    try {
      Sandbox.run(arguments);
    } catch (IllegalArgumentException unusable) {
      System.err.println(unusable.getMessage());
      System.exit(2);
    } catch (BindException taken) {
      System.err.println(taken.getMessage());
      System.exit(1);
    }
  }
}
