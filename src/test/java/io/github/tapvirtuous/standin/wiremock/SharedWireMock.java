package io.github.tapvirtuous.standin.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.http.StandInRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** The one WireMock server: the first part of a path says whose stand-in answers. */
final class SharedWireMock implements ResponseDefinitionTransformerV2 {
  static final SharedWireMock INSTANCE = new SharedWireMock();

  private static final int THREADS = 40;

  private final Map<String, StandIn> hosted = new ConcurrentHashMap<>();
  private final AtomicInteger guests = new AtomicInteger();
  private final WireMockServer server;

  private SharedWireMock() {
    silence("org.eclipse.jetty", "wiremock");
    server =
        new WireMockServer(
            wireMockConfig()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(THREADS)
                .disableRequestJournal()
                .notifier(new SilentNotifier())
                .gzipDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .extensions(this, new DatelessJetty()));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
  }

  private static void silence(String... loggers) {
    for (var logger : loggers) {
      ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.OFF);
    }
  }

  URI host(StandIn standIn) {
    var prefix = "/guest-" + guests.incrementAndGet() + "/api/";
    hosted.put(prefix, standIn);
    return URI.create("http://127.0.0.1:" + server.port() + prefix);
  }

  void leave(URI baseUri) {
    hosted.remove(baseUri.getPath());
  }

  @Override
  public String getName() {
    return "stand-in";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    var request = event.getRequest();
    var url = request.getUrl();
    var end = url.indexOf("/api/") + "/api/".length();
    return Optional.ofNullable(hosted.get(url.substring(0, end)))
        .map(standIn -> reply(standIn, request, url.substring(end)))
        .orElseGet(() -> aResponse().withStatus(404).build());
  }

  private static ResponseDefinition reply(StandIn standIn, Request request, String target) {
    var headers = new HashMap<String, String>();
    for (HttpHeader header : request.getHeaders().all()) {
      headers.put(header.key(), header.firstValue());
    }
    var method = request.getMethod().getName();
    var seen = new StandInRequest(method, target, headers, request.getBody());
    return inItsWords(standIn.answerInTime(seen));
  }

  private static ResponseDefinition inItsWords(StandInReply reply) {
    var words = aResponse().withStatus(reply.status()).withBody(reply.body());
    reply.headers().forEach((name, value) -> words.withHeader(name, value));
    var ending =
        switch (reply.delivery().ending()) {
          case WHOLE -> words;
          case RESET ->
              words.withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
          case CLOSED -> words.withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE);
          case RESET_IN_BODY ->
              words.withFault(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK);
          case STALLED ->
              words.withChunkedDribbleDelay(
                  2, Math.toIntExact(2 * reply.delivery().stall().toMillis()));
        };
    return ending.build();
  }
}
