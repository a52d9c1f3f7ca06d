package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.cli.help.HelpText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Pauses a webhook: its events are lost until it is resumed. */
@Command(
    name = "pause",
    description =
        "Have Virtuous tell of nothing for a while. What happens meanwhile is not told later.",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH)
final class PauseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private MetaOption meta = new MetaOption();

  PauseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var subscriptions = MetaOption.subscriptions(surroundings);
    surroundings.print(subscriptions.activate(meta.read(surroundings).id(), false) + "\n");
    return WebhookCommand.DONE;
  }
}
