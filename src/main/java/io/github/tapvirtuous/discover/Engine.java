package io.github.tapvirtuous.discover;

import io.github.tapvirtuous.api.VirtuousClient;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.fetch.FetchThreads;
import io.github.tapvirtuous.report.RunReport;
import java.time.Clock;

/**
 * The parts that a run is made of.
 *
 * @param threads those that talk to Virtuous
 * @param report where everything that happens is counted
 */
public record Engine(
    VirtuousClient client, TapConfig config, FetchThreads threads, Clock clock, RunReport report) {}
