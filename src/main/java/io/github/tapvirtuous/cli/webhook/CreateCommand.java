package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.config.Address;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.Secret;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.config.WebhookSecrets;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.log.Fatal;
import io.github.tapvirtuous.log.SecretMask;
import io.github.tapvirtuous.webhook.EventTables;
import io.github.tapvirtuous.webhook.FreshSecret;
import io.github.tapvirtuous.webhook.Meta;
import io.github.tapvirtuous.webhook.MetaDraft;
import io.github.tapvirtuous.webhook.Subscriptions;
import io.github.tapvirtuous.webhook.Wish;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates a webhook, once, and says on standard output or in a file what is to be kept of it. */
@Command(
    name = "create",
    description = "Have Virtuous tell of changes from now on.",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH)
final class CreateCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(CreateCommand.class);

  private final Surroundings surroundings;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where Virtuous sends events, by https; \"webhook.url\" is the default.")
  private @Nullable String url;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description =
          "Of which changes it tells; all that have events are the default. May be repeated.")
  private List<String> tables = new ArrayList<>();

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "The secret by which events are signed; a fresh one is the default.")
  private @Nullable String secretFile;

  @Option(
      names = "--meta",
      paramLabel = "FILE",
      description = {
        "Where to keep what is known of the webhook, its secret too: a new file.",
        "Without it, all is printed."
      })
  private @Nullable Path meta;

  CreateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** All that can be wrong here is found out before anything is asked for. */
  @Override
  public Integer call() {
    var config = surroundings.config(Needs.API_KEY);
    var wish = new Wish(url(config), EventTables.named(tables), secret());
    if (meta == null) {
      surroundings.print(created(config, wish).whole() + "\n");
      return WebhookCommand.DONE;
    }
    try (var draft = MetaDraft.of(meta)) {
      return kept(created(config, wish), draft);
    }
  }

  private Meta created(TapConfig config, Wish wish) {
    try {
      var created = new Subscriptions(surroundings.client(config)).create(wish);
      LOG.info("Virtuous has made webhook {}.", created.id());
      return created;
    } catch (SourceException failure) {
      surroundings.print(wish.notCreated(SecretMask.masked(failure.getMessage())) + "\n");
      throw failure;
    }
  }

  /** Nobody can ask for the secret again: where the file takes nothing, it is printed. */
  private int kept(Meta created, MetaDraft draft) {
    var failure = draft.keep(created);
    surroundings.print(failure.map(created::unkept).orElseGet(created::withoutSecret) + "\n");
    failure.ifPresent(reason -> LOG.error(Fatal.EXIT, "{}", reason));
    return failure.isEmpty() ? WebhookCommand.DONE : WebhookCommand.FAILED;
  }

  private URI url(TapConfig config) {
    return Optional.ofNullable(url)
        .map(Address.ofWebhook("--url")::in)
        .or(() -> config.webhook().url())
        .orElseThrow(
            () ->
                new ConfigException(
                    "Where Virtuous shall send events is not said.",
                    "Add --url https://..., or set \"webhook.url\"."));
  }

  private Secret secret() {
    if (secretFile != null) {
      return WebhookSecrets.inFile("--secret-file", secretFile, SecretMask::hide);
    }
    var fresh = FreshSecret.make();
    SecretMask.hide(fresh);
    return fresh;
  }
}
