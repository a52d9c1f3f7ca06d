package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.report.StreamReport;
import io.github.tapvirtuous.sync.proof.Answer;
import io.github.tapvirtuous.sync.proof.Verdict;
import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.sync.sample.Sample;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.virtuous.GetQueryOptions;
import io.github.tapvirtuous.virtuous.Page;
import io.github.tapvirtuous.virtuous.PageRequest;
import io.github.tapvirtuous.virtuous.VirtuousClient;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Asks about one table, so often and no more; that an answer does not come is one, too. */
final class CountedQuestions {
  /** A look at all tables should take little of an hour's quota. */
  static final int MOST = 6;

  private final VirtuousClient client;
  private final Table table;
  private final StreamReport tally;
  private final QuotaSteps quota;
  private Optional<SourceException> failure = Optional.empty();
  private Optional<SourceException> end = Optional.empty();

  CountedQuestions(VirtuousClient client, Table table, StreamReport tally, QuotaSteps quota) {
    this.client = client;
    this.table = table;
    this.tally = tally;
    this.quota = quota;
  }

  /** The first rows of the table. */
  Optional<Page<Sample>> rows(int take) {
    return asked(() -> client.page(new PageRequest(table, 0, take, false), Sample::read, tally));
  }

  /** What the table says that its rows can be asked for by. */
  Optional<JsonNode> options() {
    return asked(() -> client.call(new GetQueryOptions(table), tally));
  }

  /** Rows of the table as counted now, if that is told. */
  Optional<Long> total() {
    return rows(1).map(page -> page.content().total());
  }

  /** What comes of a condition; that it is refused is an answer. */
  Optional<Answer> answer(Condition condition, int take) {
    var request = new PageRequest(table, 0, take, false, condition.json());
    return asked(() -> client.page(request, Sample::read, tally).content())
        .map(sample -> Answer.of(sample.total(), TableRows.of(table, sample.rows()).dates()))
        .or(() -> refusal().map(Answer::refused));
  }

  private <T> Optional<T> asked(Supplier<T> question) {
    failure = end;
    if (end.isPresent() || tally.requests() >= MOST) {
      return Optional.empty();
    }
    try {
      var answer = question.get();
      quota.ended(client.quotaLeft());
      return Optional.of(answer);
    } catch (SourceException unanswered) {
      if (unanswered.kind() == Kind.STOPPED) {
        throw unanswered;
      }
      note(unanswered);
      return Optional.empty();
    }
  }

  /** Of what got no reply nobody knows whether it was counted. */
  private void note(SourceException unanswered) {
    failure = Optional.of(unanswered);
    end = failure.filter(NoAnswer::isOfAll);
    quota.ended(unanswered.status().isPresent() ? client.quotaLeft() : Optional.empty());
  }

  /** The status by which the server would not hear of the last question. */
  Optional<Integer> refusal() {
    return failure.filter(SourceException::isRefusal).map(each -> each.status().orElseThrow());
  }

  /** Why the last question was not answered; empty where it was not asked, or was answered. */
  Optional<SourceException> failure() {
    return failure;
  }

  /** Why no question at all will be answered any more. */
  Optional<SourceException> end() {
    return end;
  }

  /** What it means for a proof that the last question was not answered. */
  Verdict unanswered() {
    return Verdict.open(
        failure
            .map(each -> "a question was not answered: " + each.inShort())
            .orElse("not asked, since a table gets " + MOST + " requests"));
  }
}
