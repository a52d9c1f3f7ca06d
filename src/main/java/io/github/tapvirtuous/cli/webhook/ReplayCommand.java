package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.config.TapConfig.Reading;
import io.github.tapvirtuous.config.TapConfig.Typing;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.file.InputFile;
import io.github.tapvirtuous.log.Fatal;
import io.github.tapvirtuous.singer.SingerCatalog;
import io.github.tapvirtuous.singer.SingerMessages;
import io.github.tapvirtuous.singer.StateEnvelope;
import io.github.tapvirtuous.singer.StateFile;
import io.github.tapvirtuous.sync.Replay;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.TableMap;
import java.io.IOException;
import java.io.InputStream;
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
import picocli.CommandLine.Parameters;

/**
 * Turns payloads that somebody kept into messages. Asks nobody, and needs neither key nor inbox.
 */
@Command(
    name = "replay",
    description = "Writes the rows and deletes that payloads tell of, as messages.",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH,
    exitCodeListHeading = HelpText.EXIT_CODES,
    exitCodeList = {
      "0:All payloads were read, and what they tell was written.",
      "1:Lines that hold no payload are named; the others were written.",
      "2:Usage, config, catalog or state is wrong, or the file cannot be read."
    },
    footerHeading = HelpText.EXAMPLES,
    footer = {
      "  tap-virtuous webhook replay payloads.jsonl | target-jsonl",
      "  tap-virtuous webhook replay - < payload.json",
      HelpText.DOCS
    })
final class ReplayCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayCommand.class);
  private static final String STANDARD_INPUT = "-";
  private static final int MOST_LINES = 20;
  private static final int DONE = 0;
  private static final int FAILED = 1;

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "FILE|-",
      description = "One payload, a list of them, or one a line; - is standard input.")
  private String file = "";

  @Option(
      names = {"--catalog", "-p", "--properties"},
      paramLabel = "FILE",
      description = "Streams and columns that may leave; without it, all tables and fields.")
  private @Nullable Path catalog;

  @Option(
      names = {"-s", "--state"},
      paramLabel = "FILE",
      description = "Handed on as it is: replayed events move no bookmark.")
  private @Nullable Path state;

  ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var config = surroundings.configIfNamed(Needs.NOTHING);
    var incoming = Optional.ofNullable(state).map(StateFile::read).orElse(StateEnvelope.empty());
    var dateTimes =
        config.map(TapConfig::typing).map(Typing::dateTimes).orElse(DateTimes.TIMESTAMP);
    var messages = new SingerMessages(surroundings.out(), incoming, dateTimes);
    var replay = replay(config, dateTimes, messages);
    var broken = new ArrayList<Integer>();
    try (var payloads = open()) {
      messages.endingInState(() -> broken.addAll(run(replay, payloads)));
    } catch (IOException e) {
      throw unreadable(e);
    }
    return told(broken);
  }

  private Replay replay(Optional<TapConfig> config, DateTimes dateTimes, SingerMessages messages) {
    if (catalog != null) {
      return Replay.of(SingerCatalog.read(catalog), dateTimes, surroundings.clock(), messages);
    }
    var tables = config.map(TapConfig::reading).map(Reading::tables).orElse(TableMap.all());
    return Replay.of(tables, dateTimes, surroundings.clock(), messages);
  }

  private List<Integer> run(Replay replay, InputStream payloads) {
    try {
      return replay.run(payloads);
    } catch (IOException e) {
      throw unreadable(new IOException("cannot be read", e));
    }
  }

  private InputStream open() throws IOException {
    return file.equals(STANDARD_INPUT) ? surroundings.in() : InputFile.open(file);
  }

  private ConfigException unreadable(IOException cause) {
    var name = file.equals(STANDARD_INPUT) ? "Standard input" : "The file " + KeyText.shown(file);
    return new ConfigException(
        name + " " + cause.getMessage() + ".", "Name a file of payloads, or - for a pipe.", cause);
  }

  private static int told(List<Integer> broken) {
    if (broken.isEmpty()) {
      return DONE;
    }
    var lines = broken.stream().map(line -> Integer.toString(line)).toList();
    LOG.error(
        Fatal.EXIT,
        "No payload is in line {}: each needs JSON that names an \"event\" or \"eventType\". What"
            + " the other lines tell was written.",
        ForeignText.names(lines, MOST_LINES, line -> line));
    return FAILED;
  }
}
