package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.config.WebhookConfig.Mode;
import io.github.tapvirtuous.inbox.StoredEvent;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.EventCounts;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.keyed.KeyedStream;
import io.github.tapvirtuous.sync.keyed.LoneBudget;
import io.github.tapvirtuous.sync.keyed.LoneRows;
import io.github.tapvirtuous.sync.keyed.StreamRows;
import io.github.tapvirtuous.sync.payload.Columns;
import io.github.tapvirtuous.sync.payload.PayloadStream;
import io.github.tapvirtuous.sync.plan.Questions;
import io.github.tapvirtuous.sync.query.Age;
import io.github.tapvirtuous.sync.query.Candidates;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.TableSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads the events of one stream, in the way that the config asks for. */
final class StreamEvents {
  private final InboxParts parts;
  private final KeyedStream stream;
  private final Standing standing;
  private final StreamReport report;
  private final BiConsumer<TableSchema, RenderedPage> book;
  private final LoneBudget budget;
  private final StreamInbox inbox;

  StreamEvents(
      InboxParts parts,
      KeyedStream stream,
      Standing standing,
      StreamReport report,
      BiConsumer<TableSchema, RenderedPage> book,
      LoneBudget budget) {
    this.parts = parts;
    this.stream = stream;
    this.standing = standing;
    this.report = report;
    this.book = book;
    this.budget = budget;
    this.inbox = new StreamInbox(parts.inbox(), stream, standing);
  }

  /**
   * Reads them all, or as many as the run may.
   *
   * @param begin of the run
   */
  void read(Newer.Begin begin) {
    standing.watchNoLonger(stream.name());
    inbox.forgetConfirmed();
    report.events(EventCounts.NONE);
    var version = version();
    var rows = new StreamRows(parts.asking(), stream, report, shown());
    var payloads = payloads(rows, version, begin);
    if (parts.config().webhook().mode() == Mode.PAYLOAD) {
      sayPayloads(payloads);
    } else {
      refetch(rows, payloads, version);
    }
  }

  private List<Column> shown() {
    return inbox.reads().map(known -> known.replication().shown()).orElse(List.of());
  }

  /** The largest that the stream has begun; where it has begun none, nothing can be gone by it. */
  private RowVersion version() {
    if (!parts.config().reading().hasVersions()) {
      return RowVersion.NONE;
    }
    var now = parts.clock().instant();
    inbox.keep(reads -> reads.with(reads.versions().continued(now)));
    return inbox
        .reads()
        .map(known -> known.replication().versions().continued(now).ofRow())
        .orElseGet(() -> new RowVersion(now.getEpochSecond()));
  }

  private PayloadRows payloads(StreamRows rows, RowVersion version, Newer.Begin begin) {
    var dateTimes = parts.config().typing().dateTimes();
    var columns =
        stream.isChosen()
            ? Columns.only(stream.table(), rows.schema(), dateTimes)
            : Columns.all(stream.table(), rows.schema(), dateTimes);
    var newer =
        new Newer(
            parts.inbox(),
            stream.table(),
            readSince(),
            key -> standing.hasSeen(stream.name(), key),
            begin);
    var payload = new PayloadStream(stream.name(), columns, standing);
    return new PayloadRows(payload, newer, version, parts.clock(), report);
  }

  private Instant readSince() {
    return inbox
        .reads()
        .filter(known -> !known.completedAt().equals(Instant.EPOCH))
        .map(known -> known.replication().value())
        .orElse(Instant.MIN);
  }

  private void sayPayloads(PayloadRows payloads) {
    var events = new ArrayList<>(inbox.waiting());
    fill(events);
    while (!events.isEmpty()) {
      var said = payloads.say(events);
      report.events(EventCounts.read(events.size(), said.foldedOf(events.size())));
      var last = Math.max(inbox.bookmark().number(), events.get(events.size() - 1).number());
      report.moved(true);
      inbox.reached(
          new InboxBookmark(inbox.bookmark().id(), last, List.of()), said.rows() + said.gone());
      events.clear();
      fill(events);
    }
  }

  private void fill(List<StoredEvent> events) {
    var slice = new Slice();
    inbox.each(
        inbox.bookmark().number(),
        stored -> {
          slice.add(stored);
          return !slice.isFull();
        });
    events.addAll(slice.events());
  }

  private void refetch(StreamRows rows, PayloadRows payloads, RowVersion version) {
    var window = window(inbox.waiting(), List.of());
    if (window.isEmpty()) {
      return;
    }
    var telling = new Telling(inbox, stream, rows, standing, book, version, report);
    var lone = new LoneRows(parts.asking(), stream, rows, report);
    var refetch = new Refetch(parts, stream, rows, lone, budget, telling, payloads, keyList());
    while (!window.isEmpty()) {
      report.events(EventCounts.read(window.events(), window.folded()));
      refetch.read(window);
      if (!window.isSettled()) {
        return;
      }
      window = window(List.of(), inbox.bookmark().waiting());
    }
  }

  private EventWindow window(List<StoredEvent> waiting, List<Long> carried) {
    var window = new EventWindow(inbox.bookmark(), carried);
    waiting.forEach(window::add);
    inbox.each(
        inbox.bookmark().number(),
        stored -> {
          window.add(stored);
          return !window.isFull();
        });
    return window;
  }

  /** As it is known of the stream's reads; else Virtuous is asked, and it is kept. */
  private Optional<KeyList> keyList() {
    if (!stream.table().isQueried()) {
      return Optional.empty();
    }
    var questions = new Questions(parts.asking().client(), stream.table(), report, parts.clock());
    var known = inbox.reads().map(StreamBookmark::replication);
    if (known.isEmpty()) {
      return new Candidates(stream.table(), questions.options()).keyList();
    }
    var kept = Age.kept(parts.config().incremental());
    var evidence = known.get().evidence().chosen(stream.table(), questions, kept);
    inbox.keep(reads -> reads.with(evidence));
    return evidence.choice().keys();
  }
}
