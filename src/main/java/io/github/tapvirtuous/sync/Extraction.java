package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.report.CurrentStream;
import io.github.tapvirtuous.report.NetworkWatch;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.Upcoming.AwaitedStream;
import io.github.tapvirtuous.sync.inbox.InboxParts;
import io.github.tapvirtuous.sync.inbox.InboxSync;
import io.github.tapvirtuous.sync.keyed.Asking;
import io.github.tapvirtuous.sync.keyed.KeyedStream;
import io.github.tapvirtuous.sync.read.Batches;
import io.github.tapvirtuous.sync.state.Resumption;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sync: stream after stream, each one's failure its own. */
public final class Extraction {
  private static final Logger LOG = LoggerFactory.getLogger(Extraction.class);

  private final RunParts parts;
  private final Resumption resumption;
  private final Preparation preparation;
  private final MessagePort port;
  private final NetworkWatch network = new NetworkWatch();
  private final Optional<InboxSync> events;

  /** What a run is for. */
  public enum Goal {
    ALL_ROWS,
    /** To see that it works; what earlier runs left stays as it is. */
    FIRST_ROW
  }

  /**
   * Reads nothing yet.
   *
   * @param inbox whose events follow the rows of their streams, or come alone
   */
  public Extraction(
      RunParts parts, Goal goal, Checkpoints incoming, MessagePort port, Optional<Inbox> inbox) {
    this.parts = parts;
    this.resumption = new Resumption(incoming, parts.config().reading().resumeTtl(), parts.clock());
    this.preparation = new Preparation(parts, goal, resumption);
    this.events = inbox.isPresent() ? events(inbox.get(), incoming, port) : Optional.empty();
    this.port = events.isPresent() ? events.get().port() : port;
  }

  private Optional<InboxSync> events(Inbox inbox, Checkpoints incoming, MessagePort to) {
    var asking = new Asking(parts.client(), parts.threads(), parts.config());
    var with = new InboxParts(inbox, asking, parts.clock());
    return Optional.of(new InboxSync(with, to, incoming));
  }

  /**
   * Syncs what was selected, with the schemas that it was selected with.
   *
   * @throws ConfigException when the key is refused; nothing was said if it always was
   * @throws OutputException when nobody reads what is said
   * @throws SourceException when the run is being stopped
   */
  public void selected(Selection selection) {
    var streams = selection.streams().stream();
    run(
        streams.map(
            each ->
                new AwaitedStream(
                    each.stream(),
                    each.table(),
                    Optional.of(each),
                    () -> preparation.selected(each))));
  }

  /** Syncs whole tables, with the columns that they show; throws as {@link #selected} does. */
  public void discovered(List<Table> tables) {
    run(
        tables.stream()
            .map(
                each ->
                    new AwaitedStream(
                        each.name(), each, Optional.empty(), () -> preparation.sampled(each))));
  }

  private void run(Stream<AwaitedStream> streams) {
    var byNeed = Comparator.comparing(AwaitedStream::name, resumption.order());
    var inOrder = streams.sorted(byNeed).toList();
    if (events.isPresent()) {
      var told = EventStreams.among(inOrder);
      events.get().begin(told.stream().map(EventStreams::of).toList());
      if (parts.config().webhook().only()) {
        EventStreams.tellOfOthers(inOrder);
        readEventsAlone(told);
        return;
      }
    }
    var tallies = inOrder.stream().map(this::tally).toList(); // in the order of the report
    var upcoming = new Upcoming(parts.threads(), inOrder, this::mostUpcoming);
    for (int place = 0; place < tallies.size(); place++) {
      var stream = inOrder.get(place);
      var tally = tallies.get(place);
      sync(tally, () -> read(upcoming, stream, tally));
    }
  }

  private void readEventsAlone(List<AwaitedStream> streams) {
    var tallies = streams.stream().map(this::tally).toList();
    for (int place = 0; place < tallies.size(); place++) {
      var stream = streams.get(place);
      var tally = tallies.get(place);
      sync(tally, () -> readEventsAlone(stream, tally));
    }
  }

  private void readEventsAlone(AwaitedStream stream, StreamReport tally) {
    tally.started();
    tally.isRead("events alone");
    readEvents(stream, EventStreams.of(stream), tally);
    finish(tally, Outcome.VERIFIED, () -> "");
  }

  private void readEvents(AwaitedStream stream, KeyedStream told, StreamReport tally) {
    events.orElseThrow().read(told, tally, (schema, rows) -> book(stream, schema, rows, tally));
  }

  private void book(
      AwaitedStream stream, TableSchema schema, RenderedPage rows, StreamReport tally) {
    var selected = stream.given().orElseGet(() -> SelectedStream.of(stream.table(), schema));
    StreamSync.book(selected, rows, tally, parts.config().typing());
  }

  /** Where requests are counted out, no stream takes any from the one before it. */
  private int mostUpcoming() {
    var limits = parts.config().limits();
    return limits.hasMaxRequests() ? 0 : parts.client().inFlight(limits.maxConcurrentRequests());
  }

  private StreamReport tally(AwaitedStream stream) {
    return parts.report().stream(stream.name(), stream.table().call().path());
  }

  private void sync(StreamReport tally, Runnable reading) {
    if (network.loss().isPresent() || parts.client().isHopeless()) {
      finish(tally, Outcome.SKIPPED, () -> "the network is away");
      return;
    }
    CurrentStream.begin(tally.name());
    try {
      reading.run();
      network.reached();
    } catch (SourceException failure) {
      fail(tally, failure);
    } catch (OutputException nobodyReads) {
      tally.finished(Outcome.INTERRUPTED, "");
      throw nobodyReads;
    } catch (ConfigException refusedKey) {
      finish(tally, Outcome.FAILED, refusedKey::getMessage);
      throw refusedKey;
    } catch (RuntimeException bug) {
      LOG.error("{}: a bug in tap-virtuous. Please report these lines.", tally.name(), bug);
      finish(tally, Outcome.BROKEN, () -> tally.name() + ": failed for a bug in tap-virtuous.");
    } finally {
      CurrentStream.end();
    }
  }

  private void read(Upcoming upcoming, AwaitedStream stream, StreamReport tally) {
    tally.started();
    var prepared = upcoming.next();
    var typing = parts.config().typing();
    try (var batches = prepared.batches()) {
      var sync = new StreamSync(prepared, port, typing);
      var end = sync.run(() -> lookAhead(batches, upcoming));
      if (events.isPresent() && EventStreams.takes(stream)) {
        readEvents(stream, EventStreams.after(stream, prepared.stream()), tally);
      }
      finish(tally, end.outcome(), end::why);
    }
  }

  private static void lookAhead(Batches current, Upcoming upcoming) {
    if (current.isNearlyDone()) {
      upcoming.lookAhead();
    }
  }

  private void fail(StreamReport tally, SourceException failure) {
    if (failure.kind() == Kind.STOPPED) {
      finish(tally, Outcome.INTERRUPTED, () -> "");
      throw failure;
    } else if (failure.kind() == Kind.USED_UP) {
      cutShort(tally);
      return;
    }
    finish(tally, outcome(failure.kind()), failure::getMessage);
    network.failed(failure);
  }

  private static Outcome outcome(Kind failure) {
    return switch (failure) {
      case FORBIDDEN -> Outcome.FORBIDDEN;
      case UNFIT -> Outcome.UNFIT;
      default -> Outcome.FAILED;
    };
  }

  /** A later run goes on, unless this one had every request and came no further than the last. */
  private void cutShort(StreamReport tally) {
    var most = parts.config().limits().maxRequests();
    var cameFurther =
        tally.hasMoved() || tally.rowsOfScan() > resumption.rowsOfInterrupted(tally.name());
    if (tally.hasPages() && !cameFurther && tally.requests() == most) {
      var why = "%s: \"max_requests\" (%d) is used up, and no row came that the last run had not.";
      finish(tally, Outcome.FAILED, () -> why.formatted(tally.name(), most) + " Raise it.");
    } else {
      var outcome = tally.hasPages() ? Outcome.UNFINISHED : Outcome.NOT_BEGUN;
      finish(tally, outcome, () -> "\"max_requests\" is used up");
    }
  }

  private void finish(StreamReport tally, Outcome outcome, Supplier<String> why) {
    tally.finished(outcome, why);
    port.finished(tally.name(), outcome);
  }
}
