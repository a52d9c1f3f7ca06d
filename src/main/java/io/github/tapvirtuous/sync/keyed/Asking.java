package io.github.tapvirtuous.sync.keyed;

import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.VirtuousClient;

/** What it takes to ask Virtuous for rows. */
public record Asking(VirtuousClient client, FetchThreads threads, TapConfig config) {}
