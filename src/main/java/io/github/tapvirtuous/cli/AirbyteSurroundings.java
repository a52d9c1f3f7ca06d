package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.cli.airbyte.Surroundings;
import io.github.tapvirtuous.cli.report.RunRecord;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.report.Meter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What Airbyte's verbs find around themselves, as all commands do. */
record AirbyteSurroundings(RunContext context, ConfigOption option, RunRecord record)
    implements Surroundings {
  @Override
  public TapConfig config() {
    return option.read(context.environment(), Needs.API_KEY);
  }

  @Override
  public void report(TapConfig config, Map<Path, String> inputs) {
    record.wantedBy(config, option.with(inputs));
  }

  @Override
  public Clock clock() {
    return context.clock();
  }

  @Override
  public Runs runs(TapConfig config, Meter.Maker meters) {
    return new Run(context, config, meters, record);
  }
}
