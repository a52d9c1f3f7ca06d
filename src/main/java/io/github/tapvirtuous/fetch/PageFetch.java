package io.github.tapvirtuous.fetch;

import io.github.tapvirtuous.api.Page;
import io.github.tapvirtuous.api.PageRequest;
import io.github.tapvirtuous.api.VirtuousClient;
import io.github.tapvirtuous.render.PageRenderer;
import io.github.tapvirtuous.render.RenderedPage;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.scan.Scan;
import io.github.tapvirtuous.table.Table;

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
