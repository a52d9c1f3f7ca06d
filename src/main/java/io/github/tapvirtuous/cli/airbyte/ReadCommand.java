package io.github.tapvirtuous.cli.airbyte;

import io.github.tapvirtuous.airbyte.AirbyteMessages;
import io.github.tapvirtuous.airbyte.AirbyteMeter;
import io.github.tapvirtuous.airbyte.AirbyteStates;
import io.github.tapvirtuous.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.airbyte.RefusedSettings;
import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.sync.Extraction;
import io.github.tapvirtuous.sync.Extraction.Goal;
import io.github.tapvirtuous.sync.RunParts;
import io.github.tapvirtuous.sync.SelectedStream;
import io.github.tapvirtuous.sync.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says the rows of the streams that somebody chose. */
@Command(
    name = "read",
    description = "Read the streams of a configured catalog.",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH)
final class ReadCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final AirbyteVoice voice;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      required = true,
      description = "The configured catalog: which streams, and how.")
  private Path catalog = Path.of("");

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "The states of earlier reads, as a list.")
  private @Nullable Path state;

  ReadCommand(Surroundings surroundings, AirbyteVoice voice) {
    this.surroundings = surroundings;
    this.voice = voice;
  }

  /** Reads the files before anything is asked for: one that is wrong ends the run at once. */
  @Override
  public Integer call() {
    var config = surroundings.config();
    surroundings.report(config, inputs());
    RefusedSettings.check(config);
    var configured = ConfiguredCatalog.read(catalog);
    var states = state == null ? AirbyteStates.none() : AirbyteStates.read(state, configured);
    var location = config.webhook().inbox();
    if (location.isEmpty()) {
      return read(config, configured, states, Optional.empty());
    }
    try (var inbox = Inboxes.openExisting(location.get().value())) {
      return read(config, configured, states, Optional.of(inbox));
    }
  }

  private Map<Path, String> inputs() {
    var files = new HashMap<>(Map.of(catalog, "catalog"));
    Optional.ofNullable(state).ifPresent(path -> files.put(path, "state"));
    return files;
  }

  private int read(
      TapConfig config, ConfiguredCatalog configured, AirbyteStates states, Optional<Inbox> inbox) {
    var statuses = voice.statuses();
    var messages = new AirbyteMessages(voice.out(), statuses, configured, surroundings.clock());
    states.lastKeys().forEach(messages::goesOnAt);
    var selection =
        left(configured.selection(inbox.isPresent(), statuses::failed), states, messages);
    var ended =
        surroundings
            .runs(config, AirbyteMeter.into(statuses))
            .sync(
                parts -> {
                  new Extraction(parts, Goal.ALL_ROWS, states, messages, inbox).selected(selection);
                  tellFailures(parts);
                });
    return statuses.tellUnfinished() ? AirbyteCommand.FAILED : ended;
  }

  /** Streams that an earlier attempt of the same sync has brought are not read once more. */
  private static Selection left(
      Selection selection, AirbyteStates states, AirbyteMessages messages) {
    var left = new ArrayList<SelectedStream>();
    for (var stream : selection.streams()) {
      states
          .done(stream.stream())
          .ifPresentOrElse(state -> messages.isDone(stream, state), () -> left.add(stream));
    }
    return new Selection(left);
  }

  private void tellFailures(RunParts parts) {
    parts.report().streams().stream()
        .filter(stream -> stream.outcome().isFailure())
        .forEach(voice.statuses()::failed);
  }
}
