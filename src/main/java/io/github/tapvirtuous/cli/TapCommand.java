package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.cli.report.RunRecord;
import io.github.tapvirtuous.config.About;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.singer.SingerCatalog;
import io.github.tapvirtuous.singer.SingerMessages;
import io.github.tapvirtuous.singer.SingerMetrics;
import io.github.tapvirtuous.singer.StateEnvelope;
import io.github.tapvirtuous.singer.StateFile;
import io.github.tapvirtuous.sync.Discovery;
import io.github.tapvirtuous.sync.Extraction;
import io.github.tapvirtuous.sync.Extraction.Goal;
import io.github.tapvirtuous.table.Table;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH,
    exitCodeListHeading = HelpText.EXIT_CODES,
    exitCodeList = {
      "0:Every row of every stream was written, or \"max_requests\" was used up before.",
      "1:A stream failed, or nobody read on: run again with the last state.",
      "2:Usage, config, catalog, state or key is wrong: change it first.",
      "130, 143:Stopped by Ctrl-C or SIGTERM: the next run goes on."
    },
    footerHeading = HelpText.EXAMPLES,
    footer = {
      "  tap-virtuous check --config config.json",
      "  tap-virtuous --config config.json --discover > catalog.new && mv catalog.new catalog.json",
      "  tap-virtuous --config config.json --catalog catalog.json --state state.json | target-jsonl",
      "  tap-virtuous state state.json",
      "  tap-virtuous archive    (where it is installed: makes each start quicker)",
      "  TAP_VIRTUOUS_TABLES='[\"gifts\"]' tap-virtuous --config config.json --config ENV",
      HelpText.DOCS
    })
final class TapCommand implements Callable<Integer> {
  private final RunContext context;
  private final RunRecord record;

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
      description = {
        "Where an earlier run stood.",
        "With --discover: which columns runs have met."
      })
  private @Nullable Path state;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write what came of the sync, as JSON, however it ends.")
  private @Nullable String report;

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

  TapCommand(RunContext context, ConfigOption config, RunRecord record) {
    this.context = context;
    this.config = config;
    this.record = record;
  }

  @Override
  public Integer call() {
    if (about) {
      context.print(About.in(format));
      return Run.DONE;
    }
    return discover ? discover() : sync();
  }

  private int discover() {
    if (report != null) {
      throw new ConfigException("--report is of a sync, and --discover is none.", "Leave it out.");
    }
    var settings = config.read(context.environment(), Needs.API_KEY);
    var meters = SingerMetrics.ofLook(context.clock());
    return discover(new Run(context, settings, meters, record));
  }

  private int discover(Run run) {
    var incoming = incoming();
    return run.discover(
        parts ->
            SingerCatalog.writeDiscovery(new Discovery(parts, incoming).tables(), context.out()));
  }

  private StateEnvelope incoming() {
    return Optional.ofNullable(state).map(StateFile::read).orElse(StateEnvelope.empty());
  }

  /**
   * Where its report goes is known as soon as can be: a config that is wrong is told there, too.
   */
  private int sync() {
    record.wantedBy(report, inputs());
    var settings = config.read(context.environment(), Needs.API_KEY);
    record.wantedBy(settings, inputs());
    return sync(settings);
  }

  private Map<Path, String> inputs() {
    var files = new HashMap<Path, String>();
    Optional.ofNullable(catalog).ifPresent(path -> files.put(path, "catalog"));
    Optional.ofNullable(state).ifPresent(path -> files.put(path, "state"));
    return config.with(files);
  }

  /** The events of an inbox come, too, where there is one. */
  private int sync(TapConfig settings) {
    var location = settings.webhook().inbox();
    var tables = settings.reading().tables();
    if (location.isEmpty() && settings.webhook().only()) {
      throw new ConfigException(
          "\"webhook.only\" is set, but no inbox from which events could be read.",
          "Set \"webhook.inbox\" to the one of tap-virtuous webhook receive, or leave"
              + " \"webhook.only\" out.");
    }
    if (test || location.isEmpty()) {
      return sync(settings, tables, Optional.empty());
    }
    try (var inbox = Inboxes.openExisting(location.get().value())) {
      return sync(settings, tables, Optional.of(inbox));
    }
  }

  /** Reads the files before anything is asked for: one that is wrong ends the run at once. */
  private int sync(TapConfig settings, List<Table> tables, Optional<Inbox> inbox) {
    var selection = Optional.ofNullable(catalog).map(SingerCatalog::read);
    var incoming = incoming();
    var goal = test ? Goal.FIRST_ROW : Goal.ALL_ROWS;
    var audience = Audience.of(context);
    var run = new Run(context, settings, audience.meters(), record);
    return run.sync(
        audience,
        parts -> {
          var dateTimes = parts.config().typing().dateTimes();
          var messages = new SingerMessages(context.out(), incoming, dateTimes);
          var extraction = new Extraction(parts, goal, incoming, messages, inbox);
          messages.endingInState(
              () ->
                  selection.ifPresentOrElse(
                      extraction::selected, () -> extraction.discovered(tables)));
        });
  }
}
