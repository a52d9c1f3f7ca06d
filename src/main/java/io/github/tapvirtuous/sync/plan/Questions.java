package io.github.tapvirtuous.sync.plan;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.sync.proof.Answer;
import io.github.tapvirtuous.sync.proof.RowDates;
import io.github.tapvirtuous.sync.proof.Source;
import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.sync.query.QueryOptions;
import io.github.tapvirtuous.sync.sample.Sample;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.GetQueryOptions;
import io.github.tapvirtuous.virtuous.PageRequest;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks Virtuous about one table. What it refuses is an answer too. */
public final class Questions implements Source {
  private final VirtuousClient client;
  private final Table table;
  private final StreamReport report;
  private Instant now;

  /**
   * Asks nothing yet.
   *
   * @param clock stands for the server's, while that says nothing
   */
  public Questions(VirtuousClient client, Table table, StreamReport report, Clock clock) {
    this.client = client.brief();
    this.table = table;
    this.report = report;
    this.now = clock.instant();
  }

  @Override
  public QueryOptions options() {
    try {
      return QueryOptions.of(client.call(new GetQueryOptions(table), report));
    } catch (SourceException failure) {
      throwUnlessRefused(failure);
      return QueryOptions.NONE;
    }
  }

  @Override
  public Answer ask(Optional<Condition> condition, int take) {
    var all = new PageRequest(table, 0, take, false);
    return ask(condition.map(some -> all.where(some.json())).orElse(all));
  }

  @Override
  public Answer askFromTheEnd(Condition condition, int take) {
    return ask(new PageRequest(table, 0, take, true, condition.json()));
  }

  private Answer ask(PageRequest request) {
    try {
      var page = client.page(request, Sample::read, report);
      now = page.serverTime().orElse(now);
      var sample = page.content();
      return Answer.of(sample.total(), sample.rows().stream().map(this::dates).toList());
    } catch (SourceException failure) {
      throwUnlessRefused(failure);
      return Answer.refused(failure.status().orElseThrow());
    }
  }

  private static void throwUnlessRefused(SourceException failure) {
    if (!failure.isRefusal()) {
      throw failure;
    }
  }

  /** A row without its key can be none of those that are asked for. */
  private RowDates dates(JsonNode row) {
    return RowDates.of(row.path(table.key()).asLong(Long.MIN_VALUE), table, row);
  }

  @Override
  public Instant now() {
    return now;
  }
}
