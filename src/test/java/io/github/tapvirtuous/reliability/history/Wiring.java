package io.github.tapvirtuous.reliability.history;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.wiremock.StandInWireMock;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.Unwired;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** How runs reach the simulated Virtuous. */
interface Wiring extends AutoCloseable {
  URI baseUri();

  VirtuousClient client(TapConfig config, Clock clock);

  FetchThreads threads(TapConfig config);

  @Override
  void close();

  /** Leads to a stand-in. */
  @FunctionalInterface
  interface Maker {
    Wiring to(StandIn virtuous);
  }

  /**
   * By calls.
   *
   * @param virtuous whom it leads to
   */
  record InProcess(StandIn virtuous) implements Wiring {
    @Override
    public URI baseUri() {
      return URI.create("http://127.0.0.1/api/");
    }

    @Override
    public VirtuousClient client(TapConfig config, Clock clock) {
      return Unwired.client(config, virtuous, clock);
    }

    @Override
    public FetchThreads threads(TapConfig config) {
      return Unwired.threads();
    }

    @Override
    public void close() {}
  }

  /**
   * By HTTP.
   *
   * @param virtuous whom it leads to
   */
  record OverHttp(StandInWireMock virtuous) implements Wiring {
    static Wiring to(StandIn virtuous) {
      return new OverHttp(StandInWireMock.serving(virtuous));
    }

    @Override
    public URI baseUri() {
      return virtuous.baseUri();
    }

    @Override
    public VirtuousClient client(TapConfig config, Clock clock) {
      return VirtuousClient.patient(config, Map.of(), clock, wait -> {});
    }

    @Override
    public FetchThreads threads(TapConfig config) {
      return new FetchThreads(config.limits().maxConcurrentRequests());
    }

    @Override
    public void close() {
      virtuous.close();
    }
  }
}
