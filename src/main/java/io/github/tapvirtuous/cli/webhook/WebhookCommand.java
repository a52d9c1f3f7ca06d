package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.error.ConfigException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What all commands for webhooks stand below. Does nothing by itself. */
@Command(
    name = WebhookCommand.NAME,
    description = "Have Virtuous tell of changes as they happen.",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH,
    exitCodeListHeading = HelpText.EXIT_CODES,
    exitCodeList = {
      "0:Done.",
      "1:Virtuous or the way to it failed; what is printed says what became of it.",
      "2:Usage, config, key or meta file is wrong: change it first."
    },
    footerHeading = HelpText.EXAMPLES,
    footer = {
      "  tap-virtuous webhook create --config config.json --meta webhook.json \\",
      "    --url https://hooks.example.org/virtuous/5f3a",
      "  tap-virtuous webhook receive --config config.json",
      "  tap-virtuous webhook pause --config config.json --meta webhook.json",
      HelpText.DOCS
    })
public final class WebhookCommand implements Callable<Integer> {
  static final String NAME = "webhook";
  static final int DONE = 0;
  static final int FAILED = 1;

  private WebhookCommand() {}

  /** With its verbs where the arguments name it: others need not wait until they are made. */
  public static CommandLine of(Surroundings surroundings, List<String> arguments) {
    var command = new CommandLine(new WebhookCommand());
    if (arguments.contains(NAME)) {
      command
          .addSubcommand(new CreateCommand(surroundings))
          .addSubcommand(new ShowCommand(surroundings))
          .addSubcommand(new PauseCommand(surroundings))
          .addSubcommand(new ResumeCommand(surroundings))
          .addSubcommand(new DeleteCommand(surroundings))
          .addSubcommand(new ReceiveCommand(surroundings))
          .addSubcommand(new ReplayCommand(surroundings))
          .addSubcommand(new InboxCommand(surroundings));
    }
    return command;
  }

  @Override
  public Integer call() {
    throw new ConfigException(
        "What to do is not said.", "Run tap-virtuous webhook --help to see what there is.");
  }
}
