package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.config.ConfigReader;
import io.github.tapvirtuous.report.Meters;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.standin.wiremock.StandInWireMock;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The parts of a run that reads a stand-in, ten rows at a time. */
final class Parts {
  private Parts() {}

  static RunParts reading(StandInWireMock virtuous, FetchThreads threads) {
    var environment =
        Map.of(
            "TAP_VIRTUOUS_API_KEY", "demo-key",
            "TAP_VIRTUOUS_BASE_URL", virtuous.baseUri().toString(),
            "TAP_VIRTUOUS_PAGE_SIZE", "10");
    var config =
        ConfigReader.read(List.of("ENV"), environment, ConfigReader.Needs.API_KEY, secret -> {});
    var clock = Clock.systemUTC();
    var client = VirtuousClient.patient(config, Map.of(), clock, wait -> {});
    return new RunParts(client, config, threads, clock, new RunReport(clock, Meters.NONE));
  }
}
