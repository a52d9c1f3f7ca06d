package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.cli.help.HelpText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a paused webhook tell of changes again. */
@Command(
    name = "resume",
    description = "Have Virtuous tell of changes again.",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH)
final class ResumeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private MetaOption meta = new MetaOption();

  ResumeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var subscriptions = MetaOption.subscriptions(surroundings);
    surroundings.print(subscriptions.activate(meta.read(surroundings).id(), true) + "\n");
    return WebhookCommand.DONE;
  }
}
