package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.config.TapConfig.SchemaDrift;
import io.github.tapvirtuous.config.TapConfig.TypeMismatch;
import io.github.tapvirtuous.config.TapConfig.Typing;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.Findings;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.state.ScanPosition;
import io.github.tapvirtuous.sync.state.StreamBookmark;
import io.github.tapvirtuous.virtuous.Page;
import java.time.Clock;

/** Reads one stream to its end, page by page. */
final class StreamSync {
  /** Of one row nobody expects more. */
  private static final ScanEnd WHOLE = new ScanEnd(Outcome.VERIFIED, "", false);

  private final PreparedStream prepared;
  private final MessagePort port;
  private final Typing typing;
  private final Clock clock;
  private final UnsentRows unsent = new UnsentRows();
  private ScanPosition sound;

  StreamSync(PreparedStream prepared, MessagePort port, Typing typing, Clock clock) {
    this.prepared = prepared;
    this.port = port;
    this.typing = typing;
    this.clock = clock;
    this.sound = prepared.bookmark().position();
    prepared.report().reached(sound.rowsSent());
  }

  /**
   * Sends every row, and a bookmark after each page.
   *
   * @param afterEachPage what else is worth doing while replies are on their way
   */
  ScanEnd all(Runnable afterEachPage) {
    try {
      pages(afterEachPage);
    } catch (SourceException failure) {
      throw unsent.isNone() || failure.kind() == Kind.STOPPED
          ? failure
          : unsent.besides(failure, name(), key());
    }
    return finished(prepared.pages().end().orElseThrow());
  }

  private void pages(Runnable afterEachPage) {
    var page = prepared.pages().next();
    port.started(name(), prepared.stream().schema());
    while (true) {
      var rows = write(page);
      port.checkpoint(name(), bookmark().toCheckpoint(), rows);
      afterEachPage.run();
      if (prepared.pages().end().isPresent()) {
        break;
      }
      stopIfAsked();
      page = prepared.pages().next();
    }
  }

  /** Sends one row at most, and leaves the bookmarks as they are. */
  ScanEnd firstRow() {
    var page = prepared.pages().next();
    port.started(name(), prepared.stream().schema());
    var rows = page.content().rows() == 0 ? new int[0] : new int[] {0};
    write(new Page<>(page.asked(), page.content().only(rows), page.receivedAt(), page.sentAt()));
    if (page.content().extent().withoutKey().contains(0)) {
      throw unsent.failure(name(), key(), WHOLE);
    }
    return WHOLE;
  }

  private String key() {
    return prepared.stream().table().key();
  }

  private String name() {
    return prepared.stream().stream();
  }

  private int write(Page<RenderedPage> page) {
    try (var content = page.content()) {
      judge(content.findings());
      unsent.count(page.asked().skip(), content.extent());
      if (content.rows() > 0) {
        port.rows(name(), content, page.receivedAt());
      }
      book(content);
      return content.rows();
    }
  }

  /** Before anything of the page is written. */
  private void judge(Findings findings) {
    var dropped = findings.counts(Findings.Kind.DROPPED);
    if (typing.schemaDrift() == SchemaDrift.FAIL && !dropped.isEmpty()) {
      throw Misfit.drift(name(), dropped.keySet());
    }
    var mismatched = findings.counts(Findings.Kind.MISMATCHED);
    if (typing.typeMismatch() == TypeMismatch.FAIL && !mismatched.isEmpty()) {
      throw Misfit.mismatch(name(), mismatched.keySet());
    }
  }

  private void book(RenderedPage page) {
    var report = prepared.report();
    report.pageWritten(page.rows());
    report.reached(prepared.pages().position().rowsSent());
    if (page.extent().total() >= 0) {
      report.total(page.extent().total());
    }
    page.findings().counts(Findings.Kind.DROPPED).forEach(report::dropped);
    page.findings().counts(Findings.Kind.MISMATCHED).forEach(report::mismatched);
    page.findings()
        .counts(Findings.Kind.REPEATED)
        .forEach((field, rows) -> report.note("names that came twice", rows));
    if (page.extent().skippedValues() > 0) {
      report.note("null or repeated values", page.extent().skippedValues());
    }
  }

  /** A scan that came up short begins anew next time: its position would only hide what is lost. */
  private StreamBookmark bookmark() {
    var pages = prepared.pages();
    var bookmark = prepared.bookmark();
    var end = pages.end();
    if (end.isEmpty() || end.get().gaveUp()) {
      return bookmark.at(soundPosition());
    }
    if (end.get().isWhole() && unsent.isNone()) {
      return bookmark.completed(pages.position(), clock.instant());
    }
    return bookmark.at(ScanPosition.START);
  }

  /** Never beyond a row that could not be sent, so that a run that resumes meets it again. */
  private ScanPosition soundPosition() {
    var reached = prepared.pages().position();
    if (unsent.isNone() || reached.isStart()) {
      sound = reached;
    }
    return sound;
  }

  private ScanEnd finished(ScanEnd end) {
    if (!unsent.isNone()) {
      throw unsent.failure(name(), key(), end);
    }
    return end;
  }

  private static void stopIfAsked() {
    if (Thread.currentThread().isInterrupted()) {
      throw SourceException.stopped(new InterruptedException());
    }
  }
}
