package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.config.TapConfig.Connection;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Buffers;
import io.github.tapvirtuous.json.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.ClosedSelectorException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP/1.1 as the JDK speaks it, with a timeout for the whole reply and a limit to its size. */
public final class HttpTransport {
  private static final int LARGEST_REPLY = 64 << 20;
  private static final int USUAL_REPLY = 32 << 10;

  private final Connection connection;
  private final Proxies proxies;
  private final Clock clock;
  private volatile HttpClient http;
  private final Buffers plain = new Buffers();
  private final Buffers encoded = new Buffers();

  public HttpTransport(Connection connection, Proxies proxies, Clock clock) {
    this.connection = connection;
    this.proxies = proxies;
    this.clock = clock;
    this.http = client(proxies);
  }

  private static HttpClient client(ProxySelector proxies) {
    TrustStore.check(System.getProperties());
    var client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .proxy(proxies);
    try {
      return client.build();
    } catch (UncheckedIOException noTls) {
      throw new ConfigException(
          "Java cannot set up TLS.",
          "Correct what JAVA_OPTS says of javax.net.ssl (keyStore, keyStorePassword).",
          noTls);
    }
  }

  /**
   * Sends a request once.
   *
   * @param authorization the header's value
   * @return any reply that is whole; a status that is no success counts without its body, too
   */
  public HttpReply send(HttpCall call, String authorization)
      throws FailedTry, InterruptedException {
    var request = request(call, authorization);
    var sentAt = clock.instant();
    var head = new CompletableFuture<ResponseInfo>();
    try {
      var reply = whole(begin(request, head), head);
      return answer(reply.statusCode(), reply.headers(), unpacked(reply), sentAt);
    } catch (FailedTry unusableBody) {
      return Optional.of(head)
          .filter(CompletableFuture::isDone)
          .map(CompletableFuture::join)
          .map(given -> answer(given.statusCode(), given.headers(), Bytes.none(), sentAt))
          .filter(answer -> !answer.isSuccess())
          .orElseThrow(() -> unusableBody);
    }
  }

  private HttpReply answer(int status, HttpHeaders headers, Bytes body, Instant sentAt) {
    return new HttpReply(status, headers.map(), body, sentAt, clock.instant());
  }

  private CompletableFuture<HttpResponse<Bytes>> begin(
      HttpRequest request, CompletableFuture<ResponseInfo> head) {
    try {
      return http.sendAsync(
          request,
          given -> {
            head.complete(given);
            return collector(given);
          });
    } catch (OutOfMemoryError | ClosedSelectorException full) {
      return CompletableFuture.failedFuture(full);
    }
  }

  private HttpRequest request(HttpCall call, String authorization) {
    var request =
        HttpRequest.newBuilder(connection.baseUri().resolve(call.pathAndQuery()))
            .header("Authorization", authorization)
            .header("User-Agent", connection.userAgent())
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip");
    proxies.authorization().ifPresent(value -> request.header("Proxy-Authorization", value));
    return call.body().isEmpty()
        ? request.GET().build()
        : request
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(call.body()))
            .build();
  }

  private BodyCollector collector(ResponseInfo reply) {
    var length = reply.headers().firstValueAsLong("Content-Length").orElse(USUAL_REPLY);
    var isPlain = reply.headers().firstValue("Content-Encoding").isEmpty();
    return new BodyCollector(isPlain ? plain : encoded, Math.max(0, length), LARGEST_REPLY);
  }

  /** The JDK's own timeout ends with the headers. */
  private HttpResponse<Bytes> whole(
      CompletableFuture<HttpResponse<Bytes>> exchange, CompletableFuture<ResponseInfo> head)
      throws FailedTry, InterruptedException {
    try {
      var reply = exchange.get(connection.requestTimeout().toNanos(), TimeUnit.NANOSECONDS);
      if (reply.body() == null) { // how the JDK passes on that a proxy wants a password
        throw new RefusedTunnel(reply.statusCode());
      }
      return reply;
    } catch (TimeoutException tooLate) {
      throw NoReply.within(connection.requestTimeout(), tooLate);
    } catch (ExecutionException failed) {
      throw failedTry(failed, head.isDone());
    } finally {
      exchange.cancel(true);
    }
  }

  /** A reply that began is cut off, whichever part of the JDK's client notices first. */
  private FailedTry failedTry(ExecutionException failed, boolean begun) {
    var cause = failed.getCause() == null ? failed : failed.getCause();
    if (TooLittleMemory.isBehind(cause)) {
      http = client(proxies); // the other one may have lost the thread that it lives by
      return new TooLittleMemory(cause);
    } else if (cause instanceof BodyCollector.TooLarge) {
      return UnusableReply.tooLarge(LARGEST_REPLY);
    } else if (cause instanceof UnusableReplyException cutOff) {
      return UnusableReply.malformed(cutOff);
    }
    return begun
        ? UnusableReply.malformed(new UnusableReplyException("it was cut off", cause))
        : RefusedTunnel.in(cause).orElseGet(() -> NoReply.of(cause));
  }

  private Bytes unpacked(HttpResponse<Bytes> reply) throws FailedTry {
    var encoding = reply.headers().firstValue("Content-Encoding").orElse("identity");
    try {
      return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
        case "gzip", "x-gzip" -> unzipped(reply.body());
        case "identity", "" -> reply.body();
        default -> throw new UnusableReplyException("of an unknown encoding", null);
      };
    } catch (BodyCollector.TooLarge bomb) {
      throw UnusableReply.tooLarge(LARGEST_REPLY);
    } catch (IOException | UnusableReplyException garbled) {
      throw UnusableReply.malformed(garbled);
    }
  }

  private Bytes unzipped(Bytes packed) throws IOException {
    try (packed) {
      var unpacked = plain.lend(Gzip.announcedLength(packed, LARGEST_REPLY));
      return Gzip.unpack(packed, unpacked, LARGEST_REPLY);
    }
  }
}
