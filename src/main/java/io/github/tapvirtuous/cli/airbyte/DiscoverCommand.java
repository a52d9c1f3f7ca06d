package io.github.tapvirtuous.cli.airbyte;

import io.github.tapvirtuous.airbyte.AirbyteCatalog;
import io.github.tapvirtuous.airbyte.RefusedSettings;
import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.report.Meter;
import io.github.tapvirtuous.sync.Discovery;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which streams there are, and what their rows look like. */
@Command(
    name = "discover",
    description = "Which streams are there?",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH)
final class DiscoverCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final AirbyteVoice voice;

  DiscoverCommand(Surroundings surroundings, AirbyteVoice voice) {
    this.surroundings = surroundings;
    this.voice = voice;
  }

  @Override
  public Integer call() {
    var config = surroundings.config();
    RefusedSettings.check(config);
    var withEvents = config.webhook().inbox().isPresent();
    return surroundings
        .runs(config, Meter.Maker.silent())
        .discover(
            parts -> {
              var found = new Discovery(parts, Checkpoints.none()).tables();
              voice.out().say(AirbyteCatalog.message(found, withEvents));
            });
  }
}
