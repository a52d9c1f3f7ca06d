package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.cli.help.HelpText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says on standard output what Virtuous knows of a webhook, but for its secret. */
@Command(
    name = "show",
    description = "Which webhook is it, and what is Virtuous told to tell of?",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH)
final class ShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private MetaOption meta = new MetaOption();

  ShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var subscriptions = MetaOption.subscriptions(surroundings);
    var webhook = subscriptions.show(meta.read(surroundings).id());
    surroundings.print(webhook.json() + "\n");
    return WebhookCommand.DONE;
  }
}
