package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.config.Sleeper;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.config.TapConfig.AuthScheme;
import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.report.Meters;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.standin.wiremock.SilentNotifier;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.LogLines;
import io.github.tapvirtuous.testing.NoWebhooks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server, a clock that stands still, waits that are noted, and a client between them. */
final class FakeVirtuous
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  static final String KEY = "v_canary-key";
  static final String PAGE = "{\"list\":[{\"id\":7}],\"total\":1}";
  static final Function<Bytes, String> TEXT =
      body -> new String(body.copy(), StandardCharsets.UTF_8);

  private final WireMockServer server =
      new WireMockServer(
          options()
              .jettyAcceptors(1) // else it warns of machines with few processors
              .dynamicPort()
              .dynamicHttpsPort()
              .notifier(new SilentNotifier()));

  SteppingClock clock = new SteppingClock(START);
  List<Duration> waits = new CopyOnWriteArrayList<>();
  LogLines log = LogLines.open();
  RunReport run = new RunReport(clock, Meters.NONE);
  StreamReport report = run.stream("gifts", "Gift/Query/FullGift");

  private AuthScheme authScheme = AuthScheme.BEARER;
  private int retryLimit = 3;
  private int reserve = 0;
  private int mostRequests = Integer.MAX_VALUE;
  private boolean includeArchived = false;
  private Duration timeout = Duration.ofMinutes(5);

  @Override
  public void beforeAll(ExtensionContext context) {
    log.close();
    server.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.resetAll();
    clock = new SteppingClock(START);
    waits = new CopyOnWriteArrayList<>();
    log = LogLines.open();
    run = new RunReport(clock, Meters.NONE);
    report = run.stream("gifts", "Gift/Query/FullGift");
    authScheme = AuthScheme.BEARER;
    retryLimit = 3;
    reserve = 0;
    mostRequests = Integer.MAX_VALUE;
    includeArchived = false;
    timeout = Duration.ofMinutes(5);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    log.close();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
  }

  FakeVirtuous auth(AuthScheme scheme) {
    authScheme = scheme;
    return this;
  }

  FakeVirtuous retryLimit(int tries) {
    retryLimit = tries;
    return this;
  }

  FakeVirtuous reserve(int requests) {
    reserve = requests;
    return this;
  }

  FakeVirtuous maxRequests(int requests) {
    mostRequests = requests;
    return this;
  }

  FakeVirtuous includeArchived() {
    includeArchived = true;
    return this;
  }

  FakeVirtuous timeout(Duration whole) {
    timeout = whole;
    return this;
  }

  /** One after the other; the last one for ever. */
  void answers(ResponseDefinitionBuilder... replies) {
    for (int turn = 0; turn < replies.length; turn++) {
      server.stubFor(
          any(anyUrl())
              .inScenario("in turn")
              .whenScenarioStateIs(state(turn))
              .willSetStateTo(state(Math.min(turn + 1, replies.length - 1)))
              .willReturn(replies[turn]));
    }
  }

  private static String state(int turn) {
    return turn == 0 ? Scenario.STARTED : "turn " + turn;
  }

  static ResponseDefinitionBuilder page() {
    return okJson(PAGE);
  }

  WireMockServer server() {
    return server;
  }

  /** The oldest first. */
  List<LoggedRequest> requests() {
    var newestFirst = server.getAllServeEvents().stream().map(ServeEvent::getRequest);
    var requests = new ArrayList<>(newestFirst.toList());
    Collections.reverse(requests);
    return requests;
  }

  /** With their query strings, the oldest first. */
  Stream<String> urls() {
    return requests().stream().map(LoggedRequest::getUrl);
  }

  URI uri() {
    return URI.create("http://localhost:" + server.port() + "/api/");
  }

  TapConfig config(URI uri) {
    return new TapConfig(
        new TapConfig.Connection(new Secret(KEY), authScheme, uri, "tap-virtuous/test", timeout),
        new TapConfig.Limits(4, retryLimit, Duration.ofSeconds(30), reserve, mostRequests),
        new TapConfig.Reading(
            TableMap.all(), 250, 250, includeArchived, Duration.ofHours(24), false),
        new TapConfig.Incremental(1, 7, Set.of(), Instant.EPOCH, TapConfig.UndatedTables.WHOLE),
        new TapConfig.Typing(
            TapConfig.SchemaDrift.DROP, TapConfig.TypeMismatch.NULL, DateTimes.TIMESTAMP),
        NoWebhooks.CONFIG,
        Optional.empty());
  }

  VirtuousClient client() {
    return client(uri());
  }

  /** One whose waits are another's affair. */
  VirtuousClient client(Sleeper sleeper) {
    return VirtuousClient.patient(config(uri()), Map.of(), clock, sleeper);
  }

  VirtuousClient client(URI uri) {
    return VirtuousClient.patient(config(uri), Map.of(), clock, this::note);
  }

  VirtuousClient askingOnce() {
    return VirtuousClient.once(config(uri()), Map.of(), clock);
  }

  private void note(Duration wait) {
    waits.add(wait);
    clock.step(wait);
  }

  Page<String> page(VirtuousClient client) {
    return client.page(first("gifts"), TEXT, report);
  }

  static PageRequest first(String table) {
    return new PageRequest(TableMap.named(table).orElseThrow(), 0, 250, false);
  }
}
