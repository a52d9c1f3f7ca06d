package io.github.tapvirtuous.sync.read;

import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.row.PageRenderer;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.sync.scan.Ask;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.Table.Detour;
import io.github.tapvirtuous.table.TableSchema;
import io.github.tapvirtuous.virtuous.FetchThreads;
import io.github.tapvirtuous.virtuous.Page;
import io.github.tapvirtuous.virtuous.PageRequest;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Fetches pages of one table, rendered by the thread that fetches them. */
public final class PageFetch {
  private final VirtuousClient client;
  private final FetchThreads threads;
  private final Table table;
  private final PageRenderer renderer;
  private final StreamReport report;
  private final Optional<Condition> condition;
  private final Deque<Page<RenderedPage>> atHand = new ArrayDeque<>();

  /**
   * Asks for nothing yet.
   *
   * @param report where requests and retries are counted
   * @param condition that holds for every row of the read, if there is one
   */
  public PageFetch(
      VirtuousClient client,
      FetchThreads threads,
      Table table,
      PageRenderer renderer,
      StreamReport report,
      Optional<Condition> condition) {
    this.client = client;
    this.threads = threads;
    this.table = table;
    this.renderer = renderer;
    this.report = report;
    this.condition = condition;
  }

  /** The same for those rows alone that meet a condition. */
  PageFetch asking(Condition some) {
    return new PageFetch(client, threads, table, renderer, report, Optional.of(some));
  }

  /** The same for the rows below one parent, where they come with their key. */
  PageFetch below(long parent) {
    return new PageFetch(client, threads, table.below(parent), renderer, report, Optional.empty());
  }

  /** For the keys of all parents. */
  PageFetch ofParents() {
    var parents = detour().parents();
    var key = new Column(parents.key(), FieldType.INTEGER);
    var keys = new TableSchema(List.of(key), parents.key());
    var ofKeys = new PageRenderer(parents, keys, Set.of());
    return new PageFetch(client, threads, parents, ofKeys, report, Optional.empty());
  }

  /** The way to rows that come without their key. */
  Detour detour() {
    return table.detour().orElseThrow();
  }

  /** The name of the table's key. */
  String key() {
    return table.key();
  }

  /** The stream's name. */
  String stream() {
    return report.name();
  }

  /** Takes a page that is there already for the first that will be asked for. */
  public void startWith(Page<RenderedPage> first) {
    atHand.add(first);
  }

  /** The promise of a page. */
  Future<Page<RenderedPage>> start(Ask ask) {
    return start(ask, Optional.empty());
  }

  /**
   * The promise of a page.
   *
   * @param besides what has to hold for its rows besides the condition of the read
   */
  Future<Page<RenderedPage>> start(Ask ask, Optional<Condition> besides) {
    return atHand.isEmpty()
        ? threads.start(report.name(), () -> page(by(ask), request(ask, besides)))
        : CompletableFuture.completedFuture(atHand.remove());
  }

  private PageRequest request(Ask ask, Optional<Condition> besides) {
    return Stream.concat(condition.stream(), besides.stream())
        .reduce(Condition::and)
        .map(all -> new PageRequest(table, ask.skip(), ask.take(), ask.isDescending(), all.json()))
        .orElseGet(() -> new PageRequest(table, ask.skip(), ask.take(), ask.isDescending()));
  }

  private VirtuousClient by(Ask ask) {
    return ask.isQuestion() ? client.brief() : client;
  }

  private Page<RenderedPage> page(VirtuousClient by, PageRequest request) {
    return by.page(request, renderer::render, report);
  }

  /** How many of so many pages may be on their way for now. */
  int inFlight(int most) {
    return client.inFlight(most);
  }

  /** None so far. */
  UnsentRows unsentRows() {
    return new UnsentRows(report.name(), table.key());
  }
}
