package io.github.tapvirtuous.standin.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** One request on loopback, for scripts: {@code Fetch POST URL} prints the reply, if it is one. */
public final class Fetch {
  private Fetch() {}

  public static void main(String... arguments) throws IOException {
    var url = URI.create(arguments[1]).toURL();
    var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod(arguments[0]);
    try (var reply = connection.getInputStream()) {
      reply.transferTo(System.out);
    }
  }
}
