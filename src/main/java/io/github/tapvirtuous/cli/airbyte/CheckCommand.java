package io.github.tapvirtuous.cli.airbyte;

import io.github.tapvirtuous.airbyte.ConnectionStatus;
import io.github.tapvirtuous.airbyte.RefusedSettings;
import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.report.Meter;
import io.github.tapvirtuous.sync.ConnectionCheck;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says whether the config is right and the key good; that neither is, is no failure to say so. */
@Command(
    name = "check",
    description = "Is the config right, and the key good?",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH)
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final AirbyteVoice voice;

  CheckCommand(Surroundings surroundings, AirbyteVoice voice) {
    this.surroundings = surroundings;
    this.voice = voice;
  }

  @Override
  public Integer call() {
    TapConfig config;
    try {
      config = surroundings.config();
      RefusedSettings.check(config);
    } catch (ConfigException wrong) {
      voice.out().say(ConnectionStatus.failed(wrong.getMessage()));
      return AirbyteCommand.DONE;
    }
    return check(config);
  }

  private int check(TapConfig config) {
    return surroundings
        .runs(config, Meter.Maker.silent())
        .check(
            parts -> {
              var check = new ConnectionCheck(parts.client(), parts.config(), parts.report());
              voice.out().say(ConnectionStatus.message(check.run()));
              return Optional.empty();
            });
  }
}
