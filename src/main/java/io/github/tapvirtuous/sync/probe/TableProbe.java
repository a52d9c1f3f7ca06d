package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.facts.ConditionFacts;
import io.github.tapvirtuous.facts.TableFacts;
import io.github.tapvirtuous.facts.TableFacts.Kind;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.sync.query.Candidates;
import io.github.tapvirtuous.sync.query.QueryOptions;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.GetQueryOptions;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.util.Map;
import java.util.Optional;

/** Finds out what is true of one table, in a few requests. */
public final class TableProbe {
  /** The most that Virtuous documents. */
  private static final int LARGE_PAGE = 1_000;

  private final Table table;
  private final StreamReport tally;
  private final int usualPage;
  private final CountedQuestions questions;
  private Optional<SourceException> failure = Optional.empty();

  /**
   * A probe that has not begun.
   *
   * @param usualPage rows to ask for where a large page does not come
   */
  public TableProbe(
      VirtuousClient client, Table table, StreamReport tally, QuotaSteps quota, int usualPage) {
    this.table = table;
    this.tally = tally;
    this.usualPage = usualPage;
    this.questions = new CountedQuestions(client, table, tally, quota);
  }

  public TableFacts facts() {
    var first = firstPage();
    var conditions = first.map(this::conditions).orElse(Map.of());
    return new TableFacts(
        table.name(),
        failure.map(SourceException::inShort).orElse(""),
        tally.requests(),
        first.map(FirstPage::facts),
        conditions);
  }

  private Optional<FirstPage> firstPage() {
    var large = page(LARGE_PAGE);
    var isTooMuch = questions.failure().filter(NoAnswer::mayBeTooMuch).isPresent();
    var page = isTooMuch && usualPage < LARGE_PAGE ? page(usualPage) : large;
    failure = questions.failure();
    return page;
  }

  private Optional<FirstPage> page(int take) {
    return questions.rows(take).map(page -> FirstPage.of(table, page, LARGE_PAGE));
  }

  private Map<Kind, ConditionFacts> conditions(FirstPage page) {
    var probe = new ConditionProbe(page, questions);
    if (!GetQueryOptions.isOfferedFor(table)) {
      return probe.facts(new Candidates(table, QueryOptions.NONE));
    }
    var options = questions.options().map(QueryOptions::of);
    return options.isEmpty() && questions.refusal().isEmpty()
        ? probe.unknown()
        : probe.facts(new Candidates(table, options.orElse(QueryOptions.NONE)));
  }

  /** Why its rows could not be looked at; or why no other table can be. */
  public Optional<SourceException> failure() {
    return failure.or(questions::end);
  }
}
