package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.cli.help.FormatOption;
import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.cli.inbox.InboxExport;
import io.github.tapvirtuous.cli.inbox.InboxJson;
import io.github.tapvirtuous.cli.inbox.InboxTable;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.inbox.Inboxes;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says on standard output what waits in the inbox. Takes nothing out, and needs no key. */
@Command(
    name = "inbox",
    description = "What waits in the inbox?",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH,
    exitCodeListHeading = HelpText.EXIT_CODES,
    exitCodeList = {
      "0:It is shown, or exported.",
      "1:The inbox cannot be reached now: try again later.",
      "2:Usage is wrong, or there is no inbox of ours: change it first."
    },
    footerHeading = HelpText.EXAMPLES,
    footer = {
      "  tap-virtuous webhook inbox --config config.json",
      "  TAP_VIRTUOUS_WEBHOOK_INBOX=inbox.db tap-virtuous webhook inbox --format json",
      "  tap-virtuous webhook inbox --inbox inbox.db --export events.jsonl",
      HelpText.DOCS
    })
final class InboxCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--inbox",
      paramLabel = "LOCATION",
      description = "The inbox: a file, or a jdbc:postgresql: URL without a password.")
  private @Nullable String inbox;

  @Option(
      names = "--export",
      paramLabel = "FILE|-",
      description = "Write its events instead, one a line, as replay takes them; - is stdout.")
  private @Nullable String export;

  @Mixin private FormatOption format = new FormatOption();

  InboxCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var config = surroundings.configIfNamed(Needs.NOTHING);
    var location = InboxLocation.of(inbox, config, surroundings.environment());
    try (var events = Inboxes.openExisting(location)) {
      if (export == null) {
        surroundings.print(shown(events));
      } else {
        InboxExport.write(events, export, surroundings::print);
      }
    }
    return WebhookCommand.DONE;
  }

  private String shown(Inbox events) {
    var contents = events.contents();
    return format.isForPeople(surroundings.isTerminal())
        ? InboxTable.of(contents)
        : InboxJson.of(contents, events.identity(), events.highest()) + "\n";
  }
}
