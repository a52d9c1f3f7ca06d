package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.cli.help.FormatOption;
import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.singer.StateEnvelope;
import io.github.tapvirtuous.singer.StateFile;
import io.github.tapvirtuous.sync.StreamProgress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says on standard output how far the runs behind a state came. Asks nobody, and needs no key. */
@Command(
    name = "state",
    description = "How far did the runs behind a state come?",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH,
    exitCodeListHeading = HelpText.EXIT_CODES,
    exitCodeList = {
      "0:The state is shown.",
      "2:Usage is wrong, or the file holds no state that --state would take."
    },
    footerHeading = HelpText.EXAMPLES,
    footer = {
      "  tap-virtuous state state.json",
      "  tap-virtuous state state.json --format json",
      HelpText.DOCS
    })
final class StateCommand implements Callable<Integer> {
  private final RunContext context;

  @Parameters(paramLabel = "FILE", description = "What --state takes. No config is read.")
  private Path file = Path.of("");

  @Mixin private FormatOption format = new FormatOption();

  StateCommand(RunContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var streams = streams(StateFile.read(file));
    context.print(
        format.isForPeople(context.terminal())
            ? StateTable.of(streams, context.clock().getZone())
            : StateJson.of(streams) + "\n");
    return Run.DONE;
  }

  /** In the order of the state; empty for a bookmark that is not of this tap. */
  private static Map<String, Optional<StreamProgress>> streams(StateEnvelope state) {
    var streams = new LinkedHashMap<String, Optional<StreamProgress>>();
    state.streams().forEach(name -> streams.put(name, state.of(name).flatMap(StreamProgress::of)));
    return streams;
  }
}
