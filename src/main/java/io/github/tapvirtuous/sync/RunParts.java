package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.time.Clock;

/**
 * The parts that a run is made of.
 *
 * @param threads those that talk to Virtuous
 * @param report where everything that happens is counted
 */
public record RunParts(
    VirtuousClient client, TapConfig config, FetchThreads threads, Clock clock, RunReport report) {}
