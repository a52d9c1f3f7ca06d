package io.github.tapvirtuous.sync.fetch;

import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.row.PageRenderer;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.scan.Scan;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.Page;
import io.github.tapvirtuous.virtuous.PageRequest;
import io.github.tapvirtuous.virtuous.VirtuousClient;

/**
 * Fetches pages of one table, rendered by the thread that fetches them.
 *
 * @param report where requests and retries are counted
 */
public record PageFetch(
    VirtuousClient client, Table table, PageRenderer renderer, StreamReport report) {

  String stream() {
    return report.name();
  }

  Page<RenderedPage> page(Scan.Ask ask) {
    return client.page(
        new PageRequest(table, ask.skip(), ask.take(), false), renderer::render, report);
  }
}
