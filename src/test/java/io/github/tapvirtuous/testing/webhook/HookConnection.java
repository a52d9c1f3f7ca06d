package io.github.tapvirtuous.testing.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A connection to a receiver, on which anything can be sent. */
public final class HookConnection implements AutoCloseable {
  private static final int LONGEST_WAIT_MILLIS = 60_000;
  private static final int CONTINUE = 100;

  private final Socket socket;
  private final InputStream in;

  private HookConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    socket.setSoTimeout(LONGEST_WAIT_MILLIS);
    socket.setTcpNoDelay(true);
  }

  public static HookConnection to(int port) throws IOException {
    return new HookConnection(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** A whole request on a connection of its own. */
  public static HookReply once(int port, String request) throws IOException {
    try (var connection = to(port)) {
      return connection.say(request).reply();
    }
  }

  public static HookReply get(int port, String path) throws IOException {
    return once(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  public HookConnection say(String text) {
    return say(text.getBytes(UTF_8));
  }

  /** What a receiver that has hung up already does not hear. */
  public HookConnection say(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException hungUp) {
      // what it said before can still be read, or not
    }
    return this;
  }

  /** No more comes from here. */
  public HookConnection end() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Returns when the other side has begun to read the body of what was said. */
  public void untilGoOn() throws IOException {
    var reply = anyReply();
    if (reply.status() != CONTINUE) {
      throw new IOException("instead of \"go on\": " + reply);
    }
  }

  /** The next answer that is more than "go on". */
  public HookReply reply() throws IOException {
    try {
      var reply = anyReply();
      return reply.status() == CONTINUE ? reply() : reply;
    } catch (java.net.SocketException reset) {
      return HookReply.HUNG_UP;
    }
  }

  private HookReply anyReply() throws IOException {
    var first = line();
    if (first.isEmpty()) {
      return HookReply.HUNG_UP;
    }
    var headers = headers();
    var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var body = new String(in.readNBytes(length), UTF_8);
    return new HookReply(Integer.parseInt(first.split(" ", -1)[1]), headers, body);
  }

  private Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      var colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
