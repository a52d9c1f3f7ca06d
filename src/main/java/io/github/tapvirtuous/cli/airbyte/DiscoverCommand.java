package io.github.tapvirtuous.cli.airbyte;

import io.github.tapvirtuous.airbyte.AirbyteCatalog;
import io.github.tapvirtuous.airbyte.RefusedSettings;
import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.report.Meter;
import io.github.tapvirtuous.sync.DiscoveredTable;
import io.github.tapvirtuous.sync.Discovery;
import java.util.List;
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
              throwIfUnseen(found);
              voice.out().say(AirbyteCatalog.message(found, withEvents));
            });
  }

  /** The platform takes columns away that a catalog lacks: one that may be there is no catalog. */
  private static void throwIfUnseen(List<DiscoveredTable> found) {
    found.stream()
        .flatMap(table -> table.failure().stream())
        .filter(failure -> failure.kind() != Kind.FORBIDDEN)
        .findFirst()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }
}
