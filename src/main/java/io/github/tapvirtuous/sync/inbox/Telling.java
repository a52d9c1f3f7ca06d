package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.EventCounts;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.keyed.KeyedStream;
import io.github.tapvirtuous.sync.keyed.StreamRows;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.virtuous.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what became of the events of one stream: rows as they come, and deletes at the end. */
final class Telling {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

  private final StreamInbox inbox;
  private final KeyedStream stream;
  private final StreamRows rows;
  private final Standing port;
  private final BiConsumer<TableSchema, RenderedPage> book;
  private final RowVersion version;
  private final StreamReport report;
  private final Map<Instant, List<Long>> gone = new TreeMap<>();
  private final Set<Long> goneKeys = new HashSet<>();
  private boolean hasStarted;
  private long unsaid;
  private long notHad;

  Telling(
      StreamInbox inbox,
      KeyedStream stream,
      StreamRows rows,
      Standing port,
      BiConsumer<TableSchema, RenderedPage> book,
      RowVersion version,
      StreamReport report) {
    this.inbox = inbox;
    this.stream = stream;
    this.rows = rows;
    this.port = port;
    this.book = book;
    this.version = version;
    this.report = report;
  }

  /** Some rows of a page. */
  void sayRows(Page<RenderedPage> page, int[] chosen) {
    if (chosen.length == 0) {
      return;
    }
    var schema = rows.schema();
    start(schema);
    var content = page.content().only(chosen);
    book.accept(schema, content);
    port.rows(stream.name(), content, page.receivedAt(), version);
    report.events(EventCounts.refetched(chosen.length));
    unsaid += chosen.length;
  }

  private void start(TableSchema schema) {
    if (!hasStarted) {
      port.started(stream.name(), schema);
      inbox.keep(reads -> reads.showing(rows.shown()));
      hasStarted = true;
    }
  }

  /** To be said when all rows are. */
  void isGone(long key, Instant at) {
    if (goneKeys.add(key)) {
      gone.computeIfAbsent(at, none -> new ArrayList<>()).add(key);
    }
  }

  /** Whether it is to be said that a row is gone. */
  boolean isSaidToBeGone(long key) {
    return goneKeys.contains(key);
  }

  /** Nobody can say what became of one row more. */
  void isNotHad() {
    notHad++;
  }

  /** Says all deletes; whatever rows follow have their schema anew. */
  void sayGone(EventWindow window) {
    var column = key();
    gone.forEach((at, keys) -> port.deleted(stream.name(), new RowKeys(column, keys), at, version));
    hasStarted &= gone.isEmpty();
    report.events(EventCounts.deleted(goneKeys.size()));
    unsaid += goneKeys.size();
    goneKeys.forEach(window::settled);
    goneKeys.clear();
    gone.clear();
    tellNotHad();
    reached(window);
  }

  private void tellNotHad() {
    if (notHad > 0) {
      LOG.warn(
          "{}: {} rows that events tell of are not to be had by their keys, and nothing shows"
              + " whether they are gone: the next read of the table brings those that are not.",
          stream.name(),
          notHad);
      report.note("rows not to be had", notHad);
      notHad = 0;
    }
  }

  private Column key() {
    var schema = rows.schema();
    return schema.columns().stream().filter(schema::isKey).findFirst().orElseThrow();
  }

  /** Says what the events of these rows say themselves. */
  void sayPayloads(PayloadRows payloads, EventWindow window, Collection<Long> keys) {
    var wanted = Set.copyOf(keys);
    inbox.again(
        window,
        wanted,
        slice -> {
          var said = payloads.say(slice);
          unsaid += said.rows() + said.gone();
        });
    keys.forEach(window::settled);
    hasStarted = false;
  }

  /** Says where the stream stands. */
  void reached(EventWindow window) {
    var newer = window.reached();
    if (!newer.equals(inbox.bookmark())) {
      report.moved(true);
    }
    inbox.reached(newer, unsaid);
    unsaid = 0;
  }
}
