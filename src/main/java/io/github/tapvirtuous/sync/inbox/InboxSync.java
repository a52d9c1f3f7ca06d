package io.github.tapvirtuous.sync.inbox;

import io.github.tapvirtuous.config.WebhookConfig.Mode;
import io.github.tapvirtuous.error.InboxException;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.message.Checkpoints;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.keyed.KeyedStream;
import io.github.tapvirtuous.sync.keyed.LoneBudget;
import io.github.tapvirtuous.table.TableSchema;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;

/** The part of a run that has to do with events: whatever a read of a stream is followed by. */
public final class InboxSync {
  private final InboxParts parts;
  private final Standing standing;
  private final LoneBudget budget = new LoneBudget();
  private Newer.Begin begin;

  public InboxSync(InboxParts parts, MessagePort port, Checkpoints incoming) {
    this.parts = parts;
    this.standing = new Standing(port, incoming);
    this.begin = new Newer.Begin(parts.clock().instant(), 0);
  }

  /** Through which all is to be said, so that it is known where streams stand. */
  public MessagePort port() {
    return standing;
  }

  /**
   * The run begins. Old events of tables that it does not read are forgotten; and of rows that are
   * said to be gone some may come with what it reads.
   *
   * @param streams of the run that have events
   */
  public void begin(List<KeyedStream> streams) {
    var keep = parts.config().webhook().keep();
    var tables = streams.stream().map(KeyedStream::table).toList();
    parts.inbox().forget(tables, parts.clock().instant().minus(keep));
    if (parts.config().webhook().mode() == Mode.PAYLOAD) {
      begin = new Newer.Begin(parts.clock().instant(), parts.inbox().highest());
      streams.forEach(this::watchDeletes);
    }
  }

  private void watchDeletes(KeyedStream stream) {
    var inbox = new StreamInbox(parts.inbox(), stream, standing);
    var keys = new HashSet<Long>();
    inbox.each(
        inbox.bookmark().number(),
        stored -> {
          if (stored.event().kind() == Event.Kind.DELETE) {
            keys.add(stored.event().key());
          }
          return true;
        });
    standing.watch(stream.name(), keys);
  }

  /**
   * Reads the events of a stream, once its rows are read, or instead.
   *
   * @param book enters rows that are about to be said; throws for those that are not wanted
   * @throws SourceException when rows cannot be had, the inbox is away, or the run is being stopped
   */
  public void read(
      KeyedStream stream, StreamReport report, BiConsumer<TableSchema, RenderedPage> book) {
    failing(
        stream, () -> new StreamEvents(parts, stream, standing, report, book, budget).read(begin));
  }

  private static void failing(KeyedStream stream, Runnable work) {
    try {
      work.run();
    } catch (InboxException away) {
      throw new SourceException(Kind.REPLY, stream.name() + ": " + away.getMessage(), "", away);
    }
  }
}
