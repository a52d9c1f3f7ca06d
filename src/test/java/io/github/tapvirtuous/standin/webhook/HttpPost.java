package io.github.tapvirtuous.standin.webhook;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.time.Duration;
import java.util.Optional;

/** One request after the other, on the caller's thread: the JDK's newer client has its own. */
final class HttpPost implements Post {
  private final int patience;
  private volatile Optional<HttpURLConnection> current = Optional.empty();

  HttpPost(Duration patience) {
    this.patience = (int) patience.toMillis();
  }

  @Override
  public int deliver(Letter letter) {
    try {
      var connection = (HttpURLConnection) letter.url().toURL().openConnection(Proxy.NO_PROXY);
      current = Optional.of(connection);
      return status(connection, letter);
    } catch (IOException | IllegalArgumentException noAnswer) {
      return 0;
    } finally {
      current = Optional.empty();
    }
  }

  private int status(HttpURLConnection connection, Letter letter) throws IOException {
    var body = letter.body();
    connection.setConnectTimeout(patience);
    connection.setReadTimeout(patience);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
    letter.signature().ifPresent(text -> connection.setRequestProperty(Letter.SIGNATURE, text));
    connection.setFixedLengthStreamingMode(body.length); // else the JDK may send it twice
    try (var out = connection.getOutputStream()) {
      out.write(body);
    }
    var status = connection.getResponseCode();
    readToTheEnd(connection, status);
    return status;
  }

  /** So that the connection can be used again. */
  private static void readToTheEnd(HttpURLConnection connection, int status) throws IOException {
    try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      if (in != null) {
        in.readAllBytes();
      }
    }
  }

  @Override
  public void close() {
    current.ifPresent(HttpURLConnection::disconnect);
  }
}
