package io.github.tapvirtuous.sync.fetch;

import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.ScanEnd;
import io.github.tapvirtuous.sync.state.ScanPosition;
import io.github.tapvirtuous.virtuous.Page;
import java.util.Optional;

/** The rows of one table, page by page, each row once. */
public sealed interface PageSequence permits TableScan, SinglePage {

  /** Uses a first page that was read already. */
  void startWith(Page<RenderedPage> first);

  /** Sends the first requests, so that their replies come while others are being written. */
  void prefetch();

  /** Waits for the next page and keeps of it what is to be written; call it until the end. */
  Page<RenderedPage> next();

  /** Whether no request is left to be sent. */
  boolean isNearlyDone();

  /** How it ended; empty while there are pages. */
  Optional<ScanEnd> end();

  /** Where a later run can take up. */
  ScanPosition position();

  /** Lets go of what is in flight. */
  void cancel();
}
