package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.config.About;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.singer.SingerCatalog;
import io.github.tapvirtuous.singer.SingerMessages;
import io.github.tapvirtuous.singer.SingerMetrics;
import io.github.tapvirtuous.singer.StateEnvelope;
import io.github.tapvirtuous.singer.StateFile;
import io.github.tapvirtuous.sync.Discovery;
import io.github.tapvirtuous.sync.Extraction;
import io.github.tapvirtuous.sync.Extraction.Goal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Singer tap: discovers, or syncs to standard output. */
@Command(
    name = "tap-virtuous",
    description = "Reads Virtuous CRM+ and writes Singer messages to standard output.",
    versionProvider = VersionLine.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH,
    exitCodeListHeading = HelpText.EXIT_CODES,
    exitCodeList = {
      "0:Every row of every stream was written.",
      "1:A stream failed, or nobody read on: run again with the last state.",
      "2:Usage, config, catalog, state or key is wrong: change it first.",
      "130, 143:Stopped by Ctrl-C or SIGTERM: the next run goes on."
    },
    footerHeading = HelpText.EXAMPLES,
    footer = {
      "  tap-virtuous check --config config.json",
      "  tap-virtuous --config config.json --discover > catalog.new && mv catalog.new catalog.json",
      "  tap-virtuous --config config.json --catalog catalog.json --state state.json | target-jsonl",
      "  TAP_VIRTUOUS_TABLES='[\"gifts\"]' tap-virtuous --config config.json --config ENV",
      HelpText.DOCS
    })
final class TapCommand implements Callable<Integer> {
  private final RunContext surroundings;

  @Mixin private ConfigOption config;

  @Option(
      names = {"-d", "--discover"},
      description = "Write the catalog to standard output.")
  private boolean discover;

  @Option(
      names = {"--catalog", "-p", "--properties"},
      paramLabel = "FILE",
      description = "What to sync; without it, all tables of the config.")
  private @Nullable Path catalog;

  @Option(
      names = {"-s", "--state"},
      paramLabel = "FILE",
      description = "Where an earlier run stood.")
  private @Nullable Path state;

  @Option(names = "--test", description = "Write at most one record per stream.")
  private boolean test;

  @Option(names = "--about", description = "Say what the tap is and which settings it has.")
  private boolean about;

  @Option(
      names = "--format",
      paramLabel = "text|json|markdown",
      defaultValue = "text",
      description = "Of --about.")
  private About.Format format = About.Format.TEXT;

  TapCommand(RunContext surroundings, ConfigOption config) {
    this.surroundings = surroundings;
    this.config = config;
  }

  @Override
  public Integer call() {
    if (about) {
      surroundings.print(About.in(format));
      return 0;
    }
    var settings = config.read(surroundings.environment());
    return discover ? discover(settings) : sync(settings);
  }

  private int discover(TapConfig settings) {
    var report = new RunReport(surroundings.clock(), SingerMetrics.ofLook(surroundings.clock()));
    try (var parts = new Wiring(settings, surroundings, report)) {
      SingerCatalog.write(new Discovery(parts.engine()).streams(), surroundings.out());
    }
    return 0;
  }

  private int sync(TapConfig settings) {
    var selection = Optional.ofNullable(catalog).map(SingerCatalog::read);
    var incoming = Optional.ofNullable(state).map(StateFile::read).orElse(StateEnvelope.empty());
    var report = new RunReport(surroundings.clock(), SingerMetrics.ofSync(surroundings.clock()));
    try (var parts = new Wiring(settings, surroundings, report)) {
      var messages = new SingerMessages(surroundings.out(), incoming);
      var goal = test ? Goal.FIRST_ROW : Goal.ALL_ROWS;
      var extraction = new Extraction(parts.engine(), goal, incoming, messages);
      return parts.tellingWhatHappened(
          () ->
              messages.endingInState(
                  () ->
                      selection.ifPresentOrElse(
                          extraction::selected,
                          () -> extraction.discovered(settings.reading().tables()))));
    }
  }
}
