package io.github.tapvirtuous.cli.airbyte;

import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.error.ConfigException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What all verbs of Airbyte stand below. Does nothing by itself. */
@Command(
    name = AirbyteCommand.NAME,
    description = "Answer Airbyte's platform as a source.",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH,
    exitCodeListHeading = HelpText.EXIT_CODES,
    exitCodeList = {
      "0:Done. A check is, whatever it found.",
      "1:A stream is not complete: read again with the last states.",
      "2:Usage, config, catalog, state or key is wrong: change it first.",
      "130, 143:Stopped by Ctrl-C or SIGTERM: the next read goes on."
    },
    footerHeading = HelpText.EXAMPLES,
    footer = {
      "  tap-virtuous airbyte spec",
      "  tap-virtuous airbyte check --config config.json",
      "  tap-virtuous airbyte read --config config.json --catalog configured.json --state state.json",
      "Where AIRBYTE_ENTRYPOINT is set, as in the image, the verbs do without the word airbyte.",
      HelpText.DOCS
    })
public final class AirbyteCommand implements Callable<Integer> {
  static final String NAME = "airbyte";
  static final int DONE = 0;
  static final int FAILED = 1;

  private static final Set<String> VERBS = Set.of("spec", "check", "discover", "read");

  private AirbyteCommand() {}

  public static CommandLine of(Surroundings surroundings, AirbyteVoice voice) {
    return new CommandLine(new AirbyteCommand())
        .addSubcommand(new SpecCommand(voice))
        .addSubcommand(new CheckCommand(surroundings, voice))
        .addSubcommand(new DiscoverCommand(surroundings, voice))
        .addSubcommand(new ReadCommand(surroundings, voice));
  }

  /** For the list of commands alone. */
  public static CommandLine mentioned() {
    return new CommandLine(new AirbyteCommand());
  }

  /** Whether a command line speaks to Airbyte. */
  public static boolean isNamed(String... arguments) {
    return arguments.length > 0 && arguments[0].equals(NAME);
  }

  /** The platform knows four verbs and no more, and leaves its mark in the environment. */
  public static String[] named(Map<String, String> environment, String... arguments) {
    var isVerb = arguments.length > 0 && VERBS.contains(arguments[0]);
    return isVerb && !environment.getOrDefault("AIRBYTE_ENTRYPOINT", "").isBlank()
        ? Stream.concat(Stream.of(NAME), Stream.of(arguments)).toArray(String[]::new)
        : arguments;
  }

  @Override
  public Integer call() {
    throw new ConfigException(
        "What to do is not said.",
        "Write it behind the word, as in: tap-virtuous airbyte check --config FILE.");
  }
}
