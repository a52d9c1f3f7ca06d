package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.sync.proof.Answer;
import io.github.tapvirtuous.sync.proof.Proofs;
import io.github.tapvirtuous.sync.proof.Verdict;
import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;

/** Whether rows can be asked for by their modified date: what can be asked without a key. */
record DateProbe(ModifiedDate date, FirstPage page, CountedQuestions questions) {
  /** It brings all rows since long ago. */
  Verdict reachesBack() {
    return questions
        .answer(date.since(AskedDay.LONG_AGO), 1)
        .map(this::reachesBack)
        .orElseGet(questions::unanswered);
  }

  private Verdict reachesBack(Answer since) {
    var verdict = reachesBack(since, page.total());
    if (since.isRefused() || verdict.kind() != Verdict.Kind.DISPROVEN) {
      return verdict;
    }
    return page.rows().undated() > 0 && mayLackUndated(since, page.total())
        ? undated()
        : meanwhile(since, questions.total().orElse(page.total()));
  }

  private Verdict reachesBack(Answer since, long now) {
    return proofs().reachesBack(since, page.rows().undated(), page.total(), now);
  }

  /** Of a large table not all rows were seen. */
  private boolean mayLackUndated(Answer since, long total) {
    return !page.isWhole() && since.total() >= page.rows().dated().count() && since.total() < total;
  }

  /** Rows may have come or gone. */
  private Verdict meanwhile(Answer since, long now) {
    var verdict = reachesBack(since, now);
    return mayLackUndated(since, now) && !verdict.isBelieved() ? undated() : verdict;
  }

  private static Verdict undated() {
    return Verdict.open("the rows that it does not find may have no modified date");
  }

  /** It brings none since far ahead. */
  Verdict endsSomewhere() {
    return questions
        .answer(date.since(AskedDay.FAR_AHEAD), 1)
        .map(proofs()::endsSomewhere)
        .orElseGet(questions::unanswered);
  }

  Proofs proofs() {
    return new Proofs(date);
  }
}
