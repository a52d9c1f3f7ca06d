package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.sync.StreamProgress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How far the runs behind a state came, as one JSON object for programs. */
final class StateJson {
  private static final String FOREIGN = "foreign";
  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private StateJson() {}

  /**
   * Of what is not of this tap it has the name alone. All in ASCII, so that no name can steer a
   * terminal.
   */
  static String of(Map<String, Optional<StreamProgress>> streams) {
    var json = JsonNodeFactory.instance.objectNode();
    var all = json.putObject("streams");
    streams.forEach((name, progress) -> put(all.putObject(name), progress));
    return ASCII.writeValueAsString(json);
  }

  private static void put(ObjectNode stream, Optional<StreamProgress> progress) {
    progress.ifPresentOrElse(known -> put(stream, known), () -> stream.put("status", FOREIGN));
  }

  private static void put(ObjectNode stream, StreamProgress progress) {
    stream
        .put("status", progress.status().name().toLowerCase(Locale.ROOT))
        .put("rows", number(progress.rows()))
        .put("total", number(progress.total()))
        .put("last_key", number(progress.lastKey()))
        .put("started_at", text(progress.startedAt()))
        .put("reached_at", text(progress.reachedAt()))
        .put("completed_at", text(progress.completedAt()));
    put(stream, progress.reads());
    progress
        .events()
        .ifPresent(
            events ->
                stream
                    .putObject("events")
                    .put("number", events.number())
                    .put("waiting", events.waiting()));
  }

  private static void put(ObjectNode stream, StreamProgress.Reads reads) {
    stream
        .put("read_since", text(reads.since()))
        .put("read_from_key", number(reads.fromKey()))
        .put("bookmark", text(reads.bookmark()))
        .put("whole_at", text(reads.wholeAt()))
        .put("whole_undated", reads.undated());
  }

  private static @Nullable String text(Optional<?> time) {
    return time.map(Object::toString).orElse(null);
  }

  private static @Nullable Long number(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
