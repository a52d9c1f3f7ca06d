package io.github.tapvirtuous.virtuous.http;

import io.github.tapvirtuous.config.TapConfig.Connection;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.json.Buffers;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.virtuous.http.Request.Method;
import io.github.tapvirtuous.virtuous.route.Proxies;
import io.github.tapvirtuous.virtuous.route.TrustStore;
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
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1"); // else a GET may be sent twice
    TrustStore.check(System.getProperties());
    var client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .executor(Runnable::run) // its tasks do not block: a thread for each costs more
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
  public HttpReply send(Request request, String authorization)
      throws FailedAttempt, InterruptedException {
    var sentAt = clock.instant();
    var head = new CompletableFuture<ResponseInfo>();
    try {
      var whole = whole(begin(withHeaders(request, authorization), head), head);
      return reply(whole.statusCode(), whole.headers(), unpacked(whole), sentAt);
    } catch (FailedAttempt unusableBody) {
      return Optional.of(head)
          .filter(CompletableFuture::isDone)
          .map(CompletableFuture::join)
          .map(given -> reply(given.statusCode(), given.headers(), Bytes.none(), sentAt))
          .filter(reply -> !reply.isSuccess())
          .orElseThrow(() -> unusableBody);
    }
  }

  private HttpReply reply(int status, HttpHeaders headers, Bytes body, Instant sentAt) {
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

  private HttpRequest withHeaders(Request request, String authorization) {
    var complete =
        HttpRequest.newBuilder(connection.baseUri().resolve(request.pathAndQuery()))
            .header("Authorization", authorization)
            .header("User-Agent", connection.userAgent())
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip");
    proxies.authorization().ifPresent(value -> complete.header("Proxy-Authorization", value));
    return withBody(request, complete).build();
  }

  private static HttpRequest.Builder withBody(Request request, HttpRequest.Builder complete) {
    var method = request.method();
    if (request.body().isEmpty()) {
      return method == Method.GET
          ? complete.GET()
          : complete.method(method.name(), BodyPublishers.noBody());
    }
    return complete
        .header("Content-Type", "application/json")
        .method(method.name(), BodyPublishers.ofString(request.body()));
  }

  private BodyCollector collector(ResponseInfo reply) {
    var length = reply.headers().firstValueAsLong("Content-Length").orElse(USUAL_REPLY);
    var isPlain = reply.headers().firstValue("Content-Encoding").isEmpty();
    return new BodyCollector(isPlain ? plain : encoded, Math.max(0, length), LARGEST_REPLY);
  }

  /** The JDK's own timeout ends with the headers. */
  private HttpResponse<Bytes> whole(
      CompletableFuture<HttpResponse<Bytes>> exchange, CompletableFuture<ResponseInfo> head)
      throws FailedAttempt, InterruptedException {
    try {
      var reply = exchange.get(connection.requestTimeout().toNanos(), TimeUnit.NANOSECONDS);
      if (reply.body() == null) { // how the JDK passes on that a proxy wants a password
        throw new FailedAttempt(NetworkFailure.refusedTunnel(reply.statusCode()));
      }
      return reply;
    } catch (TimeoutException tooLate) {
      throw new FailedAttempt(NetworkFailure.within(connection.requestTimeout()), tooLate);
    } catch (ExecutionException failed) {
      throw failed(failed, head.isDone());
    } finally {
      exchange.cancel(true);
    }
  }

  /** A reply that began is cut off, whichever part of the JDK's client notices first. */
  private FailedAttempt failed(ExecutionException failed, boolean begun) {
    var cause = failed.getCause() == null ? failed : failed.getCause();
    if (TooLittleMemory.isBehind(cause)) {
      http = client(proxies); // the other one may have lost the thread that it lives by
      return new FailedAttempt(Failure.tooLittleMemory(), cause);
    } else if (cause instanceof BodyCollector.TooLarge) {
      return new FailedAttempt(Failure.tooLarge(LARGEST_REPLY));
    } else if (cause instanceof UnusableReplyException cutOff) {
      return unusable(cutOff);
    }
    return begun
        ? unusable(new UnusableReplyException("it was cut off", cause))
        : new FailedAttempt(NetworkFailure.of(cause), cause);
  }

  private static FailedAttempt unusable(Exception why) {
    return new FailedAttempt(Failure.unusable(why), why);
  }

  private Bytes unpacked(HttpResponse<Bytes> reply) throws FailedAttempt {
    var encoding = reply.headers().firstValue("Content-Encoding").orElse("identity");
    try {
      return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
        case "gzip", "x-gzip" -> unzipped(reply.body());
        case "identity", "" -> reply.body();
        default -> throw new UnusableReplyException("of an unknown encoding", null);
      };
    } catch (BodyCollector.TooLarge bomb) {
      throw new FailedAttempt(Failure.tooLarge(LARGEST_REPLY));
    } catch (IOException | UnusableReplyException garbled) {
      throw unusable(garbled);
    }
  }

  private Bytes unzipped(Bytes packed) throws IOException {
    try (packed) {
      var unpacked = plain.lend(Gzip.announcedLength(packed, LARGEST_REPLY));
      return Gzip.unpack(packed, unpacked, LARGEST_REPLY);
    }
  }
}
