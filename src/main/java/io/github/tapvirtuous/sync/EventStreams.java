package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.sync.Upcoming.AwaitedStream;
import io.github.tapvirtuous.sync.keyed.KeyedStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams of a run as far as events tell of them. */
final class EventStreams {
  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

  private EventStreams() {}

  /** Those that have events. */
  static List<AwaitedStream> among(List<AwaitedStream> streams) {
    return streams.stream().filter(EventStreams::takes).toList();
  }

  /** Whether a stream is one of them. */
  static boolean takes(AwaitedStream stream) {
    return stream.table().hasEvents()
        && stream.given().map(SelectedStream::takesEvents).orElse(true);
  }

  /** Says once which of them have none, and are not read where nothing but events is. */
  static void tellOfOthers(List<AwaitedStream> streams) {
    var others =
        streams.stream()
            .filter(each -> !each.table().hasEvents())
            .map(AwaitedStream::name)
            .toList();
    if (!others.isEmpty()) {
      LOG.info(
          "\"webhook.only\": {} streams have no events and are not read: {}.",
          others.size(),
          String.join(", ", others));
    }
  }

  /** Before any row has come. */
  static KeyedStream of(AwaitedStream stream) {
    return new KeyedStream(
        stream.name(),
        stream.table(),
        stream.given().map(SelectedStream::schema),
        stream.given().isPresent(),
        stream.given().map(SelectedStream::deselected).orElse(Set.of()));
  }

  /** Once its rows have been read in these columns. */
  static KeyedStream after(AwaitedStream stream, SelectedStream read) {
    return new KeyedStream(
        stream.name(),
        stream.table(),
        Optional.of(read.schema()),
        stream.given().isPresent(),
        read.deselected());
  }
}
