package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.event.Delivery;
import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.sync.payload.Columns;
import io.github.tapvirtuous.sync.payload.Fold;
import io.github.tapvirtuous.sync.payload.PayloadFile;
import io.github.tapvirtuous.sync.payload.PayloadStream;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.SchemaInference;
import io.github.tapvirtuous.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says the events of a file, without asking Virtuous and without knowing of any run before. */
public final class Replay {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private final Clock clock;
  private final MessagePort port;
  private final Map<Table, Told> streams = new LinkedHashMap<>();
  private long unknown;
  private long unwanted;

  /** One stream, and what was told of it. */
  private record Told(PayloadStream stream, Fold fold) {}

  private Replay(Clock clock, MessagePort port) {
    this.clock = clock;
    this.port = port;
  }

  /** Of these tables, with all fields that their events have. */
  public static Replay of(List<Table> tables, DateTimes dateTimes, Clock clock, MessagePort port) {
    var replay = new Replay(clock, port);
    for (var table : tables) {
      var known = new SchemaInference(table, dateTimes).infer(List.of());
      replay.add(table.name(), Columns.all(table, known, dateTimes));
    }
    return replay;
  }

  /** Of these streams, with the columns that were chosen of them. */
  public static Replay of(Selection selection, DateTimes dateTimes, Clock clock, MessagePort port) {
    var replay = new Replay(clock, port);
    for (var stream : selection.streams()) {
      replay.add(stream.stream(), Columns.only(stream.table(), stream.schema(), dateTimes));
    }
    return replay;
  }

  private void add(String stream, Columns columns) {
    streams.put(columns.table(), new Told(new PayloadStream(stream, columns, port), new Fold()));
  }

  /**
   * Says what the payloads come to, once all are read: of several that tell of one row the newest
   * counts.
   *
   * @return the numbers of the lines that hold no payload, from 1
   */
  public List<Integer> run(InputStream payloads) throws IOException {
    var now = clock.instant();
    var broken = PayloadFile.read(payloads, now, this::take);
    streams.values().stream().filter(each -> each.fold().events() > 0).forEach(this::say);
    if (unknown + unwanted > 0) {
      LOG.info(
          "{} events are of no stream that is selected, and {} of none that is known.",
          unwanted,
          unknown);
    }
    return broken;
  }

  private void take(Delivery delivery) {
    unknown += delivery.unknown() - delivery.nameless();
    delivery.events().forEach(this::take);
  }

  private void take(Event event) {
    var told = streams.get(event.table());
    if (told == null) {
      unwanted++;
    } else {
      told.fold().add(event);
    }
  }

  private void say(Told told) {
    var stream = told.stream();
    var said = stream.say(told.fold(), clock.instant(), RowVersion.NONE);
    port.finished(stream.name(), Outcome.VERIFIED);
    LOG.info(
        "{}: {} events, {} rows, {} deleted.",
        stream.name(),
        told.fold().events(),
        said.rows(),
        said.gone());
    said.leftOut().forEach((field, values) -> tellLeftOut(stream.name(), field, values));
  }

  private static void tellLeftOut(String stream, String field, int values) {
    LOG.info(
        "{}: {} values of \"{}\" have another type than its column, and are left out.",
        stream,
        values,
        ForeignText.name(field));
  }
}
