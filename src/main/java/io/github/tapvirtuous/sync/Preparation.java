package io.github.tapvirtuous.sync;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.row.PageRenderer;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.sync.Extraction.Goal;
import io.github.tapvirtuous.sync.Upcoming.PreparedStream;
import io.github.tapvirtuous.sync.plan.PlanChooser;
import io.github.tapvirtuous.sync.plan.Questions;
import io.github.tapvirtuous.sync.read.PageFetch;
import io.github.tapvirtuous.sync.read.ReadPlan;
import io.github.tapvirtuous.sync.sample.FirstLook;
import io.github.tapvirtuous.sync.sample.Sample;
import io.github.tapvirtuous.sync.sample.Sampler;
import io.github.tapvirtuous.sync.state.Resumption;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.Page;
import java.util.Optional;

/** Makes streams ready to be read: finds their schema where none was given, and their plan. */
final class Preparation {
  private final RunParts parts;
  private final Goal goal;
  private final Resumption resumption;
  private final PlanChooser chooser;
  private final Sampler sampler;

  Preparation(RunParts parts, Goal goal, Resumption resumption) {
    this.parts = parts;
    this.goal = goal;
    this.resumption = resumption;
    this.chooser = new PlanChooser(parts.config(), parts.clock(), resumption);
    this.sampler = new Sampler(parts.client(), parts.config());
  }

  /** With the schema that it was selected with. */
  PreparedStream selected(SelectedStream stream) {
    var tally = tally(stream.stream(), stream.table());
    if (stream.table().detour().isEmpty()) {
      return prepared(stream, plan(stream, tally), fetch(stream, renderer(stream), tally), tally);
    }
    var look = look(stream.table(), tally);
    return prepared(stream.by(look.table()), look, tally);
  }

  private FirstLook look(Table table, StreamReport tally) {
    return goal == Goal.FIRST_ROW
        ? sampler.lookAlong(sampler.look(table, 1, tally), tally)
        : sampler.look(table, parts.config().reading().pageSize(), tally);
  }

  /** With the schema that the table shows; its first page is read once for both. */
  PreparedStream sampled(Table table) {
    if (table.isValueArray()) {
      return selected(SelectedStream.of(table, sampler.knownSchema(table)));
    }
    var tally = tally(table.name(), table);
    var pageSize = parts.config().reading().pageSize();
    var look = sampler.lookAlong(sampler.look(table, pageSize, tally), tally);
    var seen = resumption.replication(table.name()).shown();
    var stream = SelectedStream.of(look.table(), sampler.schema(look, tally).joined(seen));
    return prepared(stream, look, tally);
  }

  /** The page that was looked at is read once for both. */
  private PreparedStream prepared(SelectedStream stream, FirstLook look, StreamReport tally) {
    var plan =
        goal == Goal.ALL_ROWS && stream.table().isDetoured()
            ? detour(stream, look, tally)
            : plan(stream, tally);
    var renderer = renderer(stream);
    var fetch = fetch(stream, renderer, tally);
    if (plan.isFromTheStart()) {
      rendered(look.first(), renderer).ifPresent(fetch::startWith);
    }
    return prepared(stream, plan, fetch, tally);
  }

  private ReadPlan detour(SelectedStream stream, FirstLook look, StreamReport tally) {
    var decision = chooser.detour(stream.wanted(), look.total());
    tally.isRead(decision.how());
    return decision.plan();
  }

  private StreamReport tally(String stream, Table table) {
    return parts.report().stream(stream, table.call().path());
  }

  private static PageRenderer renderer(SelectedStream stream) {
    return new PageRenderer(stream.table(), stream.schema(), stream.deselected());
  }

  private ReadPlan plan(SelectedStream stream, StreamReport tally) {
    if (goal == Goal.FIRST_ROW) {
      return chooser.firstRow(stream.wanted());
    }
    var questions = new Questions(parts.client(), stream.table(), tally, parts.clock());
    var decision = chooser.decide(stream.wanted(), questions);
    tally.isRead(decision.how());
    return decision.plan();
  }

  private PageFetch fetch(SelectedStream stream, PageRenderer renderer, StreamReport tally) {
    return new PageFetch(
        parts.client(), parts.threads(), stream.table(), renderer, tally, Optional.empty());
  }

  /**
   * Empty for a reply that is good enough for a sample but not for rows, or too much for them: it
   * is asked for again.
   */
  private static Optional<Page<RenderedPage>> rendered(Page<Sample> page, PageRenderer renderer) {
    try {
      var rows = renderer.render(page.content().reply());
      return Optional.of(page.as(rows));
    } catch (UnusableReplyException | OutOfMemoryError unfit) {
      return Optional.empty();
    }
  }

  private PreparedStream prepared(
      SelectedStream stream, ReadPlan plan, PageFetch fetch, StreamReport tally) {
    var batches = plan.batches(fetch, parts.config(), parts.clock());
    batches.prefetch();
    return new PreparedStream(stream, batches, tally);
  }
}
