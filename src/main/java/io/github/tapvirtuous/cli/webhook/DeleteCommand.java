package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.log.SecretMask;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes a webhook, and says on standard output whether it is gone. */
@Command(
    name = "delete",
    description = "Have Virtuous forget a webhook.",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH)
final class DeleteCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private MetaOption meta = new MetaOption();

  DeleteCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var subscriptions = MetaOption.subscriptions(surroundings);
    var webhook = meta.read(surroundings);
    try {
      subscriptions.delete(webhook.id());
    } catch (SourceException failure) {
      surroundings.print(webhook.notDeleted(SecretMask.masked(failure.getMessage())) + "\n");
      throw failure;
    }
    surroundings.print(webhook.deleted() + "\n");
    return WebhookCommand.DONE;
  }
}
