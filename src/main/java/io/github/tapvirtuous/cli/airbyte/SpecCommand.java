package io.github.tapvirtuous.cli.airbyte;

import io.github.tapvirtuous.airbyte.AirbyteSpec;
import io.github.tapvirtuous.cli.help.HelpText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which settings there are. */
@Command(
    name = "spec",
    description = "Which settings are there?",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH)
final class SpecCommand implements Callable<Integer> {
  private final AirbyteVoice voice;

  SpecCommand(AirbyteVoice voice) {
    this.voice = voice;
  }

  @Override
  public Integer call() {
    voice.out().say(AirbyteSpec.message());
    return AirbyteCommand.DONE;
  }
}
