package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.config.WebhookSecrets;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.event.Signature;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.log.SecretMask;
import io.github.tapvirtuous.webhook.EventPath;
import io.github.tapvirtuous.webhook.ListenAddress;
import io.github.tapvirtuous.webhook.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes events until somebody stops it. Asks Virtuous nothing, and needs no key. */
@Command(
    name = "receive",
    description = "Takes the events that Virtuous sends, and keeps them in the inbox.",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH,
    exitCodeListHeading = HelpText.EXIT_CODES,
    exitCodeList = {
      "0:It was stopped by a signal, and what was in hand is finished.",
      "1:The inbox cannot be reached now: try again later.",
      "2:Usage, config or inbox is wrong: change it first."
    },
    footerHeading = HelpText.EXAMPLES,
    footer = {
      "  tap-virtuous webhook receive --config config.json",
      "  tap-virtuous webhook receive --config ENV --listen 0.0.0.0:8080"
          + " --admin-listen 127.0.0.1:9090",
      "%nOptions win over settings. It speaks plain HTTP: put a reverse proxy in front.",
      HelpText.DOCS
    })
final class ReceiveCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiveCommand.class);

  private final Surroundings surroundings;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where it takes events; 127.0.0.1:8080 is the default. Port 0 picks one.")
  private String listen = "127.0.0.1:8080";

  @Option(
      names = "--admin-listen",
      paramLabel = "HOST:PORT",
      description = "Where it says how it is, if not there too: /healthz, /readyz, /metrics.")
  private @Nullable String adminListen;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "Where events go; the path of \"webhook.url\" is the default.")
  private @Nullable String path;

  @Option(
      names = "--inbox",
      paramLabel = "LOCATION",
      description = "The inbox: a file, or a jdbc:postgresql: URL without a password.")
  private @Nullable String inbox;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "The secret by which events are signed, alone in a file. May be repeated.")
  private List<String> secretFiles = new ArrayList<>();

  @Option(names = "--unsigned", description = "Take events that nobody has signed, too.")
  private boolean unsigned;

  ReceiveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var isSecretGiven = unsigned || !secretFiles.isEmpty();
    var config = surroundings.config(isSecretGiven ? Needs.NOTHING : Needs.WEBHOOK_SECRETS);
    var settings = settings(config);
    var location = InboxLocation.of(inbox, Optional.of(config), surroundings.environment());
    try (var events = Inboxes.open(location);
        var receiver = Receiver.start(settings, events, surroundings.clock())) {
      LOG.info(
          "Takes events at {}; {}/healthz says how it is.", receiver.url(), receiver.adminUrl());
      receiver.join();
    } catch (InterruptedException signal) {
      LOG.info("Stopped. All that was answered is in the inbox.");
    }
    return WebhookCommand.DONE;
  }

  private Receiver.Settings settings(TapConfig config) {
    return new Receiver.Settings(
        ListenAddress.of("--listen", listen),
        Optional.ofNullable(adminListen).map(text -> ListenAddress.of("--admin-listen", text)),
        path(config),
        signature(config),
        config.reading().tables(),
        config.webhook().keep());
  }

  private EventPath path(TapConfig config) {
    return Optional.ofNullable(path)
        .map(text -> EventPath.of("--path", text))
        .or(
            () ->
                config.webhook().url().map(url -> EventPath.of("The path of \"webhook.url\"", url)))
        .orElseThrow(
            () ->
                new ConfigException(
                    "At which path events come is not said.",
                    "Set \"webhook.url\" to the address that Virtuous was told, or add --path. One"
                        + " that nobody guesses: --path "
                        + EventPath.random().text()));
  }

  private Optional<Signature> signature(TapConfig config) {
    if (unsigned) {
      LOG.warn("Whoever knows the path can send events: none has to be signed (--unsigned).");
      return Optional.empty();
    }
    var secrets =
        secretFiles.isEmpty()
            ? config.webhook().secrets()
            : secretFiles.stream()
                .map(file -> WebhookSecrets.inFile("--secret-file", file, SecretMask::hide))
                .toList();
    var headers = config.webhook().signatureHeader().map(List::of);
    return Optional.of(new Signature(secrets, headers.orElse(Signature.USUAL_HEADERS)));
  }
}
