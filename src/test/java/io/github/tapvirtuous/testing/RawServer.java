package io.github.tapvirtuous.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Says what it is told to, byte by byte, and hangs up; notes the head of each request. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final UnaryOperator<String> replyTo;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private RawServer(ServerSocket socket, UnaryOperator<String> replyTo) {
    this.socket = socket;
    this.replyTo = replyTo;
  }

  /**
   * Listens on loopback.
   *
   * @param replyTo makes of a request's head what is sent, in Latin-1; {@code ""} for nothing
   */
  public static RawServer saying(UnaryOperator<String> replyTo) {
    try {
      var socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
      var server = new RawServer(socket, replyTo);
      var thread = new Thread(server::serve, "raw-server");
      thread.setDaemon(true);
      thread.start();
      return server;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/api/";
  }

  /** The heads of all requests, the oldest first. */
  public List<String> heads() {
    return List.copyOf(heads);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var connection = socket.accept()) {
        answer(connection);
      } catch (IOException gone) {
        // the next one, or the end
      }
    }
  }

  private void answer(Socket connection) throws IOException {
    var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    var head = new StringBuilder();
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.append(line).append('\n');
    }
    heads.add(head.toString());
    connection.getOutputStream().write(replyTo.apply(head.toString()).getBytes(ISO_8859_1));
    connection.shutdownOutput();
    in.lines().forEach(rest -> {}); // else the end would come as a reset
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      throw new UncheckedIOException(alreadyGone);
    }
  }
}
