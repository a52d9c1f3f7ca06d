package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.facts.ConditionFacts;
import io.github.tapvirtuous.facts.TableFacts.Kind;
import io.github.tapvirtuous.sync.proof.Answer;
import io.github.tapvirtuous.sync.proof.KeyProofs;
import io.github.tapvirtuous.sync.proof.Proofs;
import io.github.tapvirtuous.sync.proof.Verdict;
import io.github.tapvirtuous.sync.query.Candidates;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.query.QueryOptions;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which conditions a table offers, and which of them do what they say. */
final class ConditionProbe {
  private static final String OPTIONS = "options";
  private static final String REACHES_BACK = "reaches_back";
  private static final String ENDS_SOMEWHERE = "ends_somewhere";
  private static final String CUTS = "cuts";
  private static final String FINDS_WITNESS = "finds_witness";
  private static final String BRINGS_ONLY_THOSE = "brings_only_those";
  private static final String PARTS_THE_TABLE = "parts_the_table";

  /** Of keys that all were there, so many cannot all be gone. */
  private static final int KEYS = 10;

  /** Enough to see whether a window is one. */
  private static final int SOME = 100;

  private final FirstPage page;
  private final CountedQuestions questions;
  private final Findings since = new Findings();
  private final Findings from = new Findings();
  private final Findings in = new Findings();

  ConditionProbe(FirstPage page, CountedQuestions questions) {
    this.page = page;
    this.questions = questions;
  }

  /** Asks for what is offered; of rows without a key or a date nothing can be shown. */
  Map<Kind, ConditionFacts> facts(Candidates offered) {
    offered.modified().ifPresent(this::askSince);
    offered
        .keyList()
        .ifPresentOrElse(
            list -> askKeys(offered.modified(), list),
            () -> offered.modified().ifPresent(this::askWindow));
    offered.modified().filter(any -> !since.isEnough(FINDS_WITNESS)).ifPresent(this::noWitness);
    offered.keyRange().ifPresent(this::askFrom);
    return Map.of(
        Kind.MODIFIED_SINCE, since.facts(offered.modified()),
        Kind.KEY_FROM, from.facts(offered.keyRange()),
        Kind.KEYS_IN, in.facts(offered.keyList()));
  }

  /** Where the table did not say what it offers. */
  Map<Kind, ConditionFacts> unknown() {
    Stream.of(since, from, in).forEach(each -> each.add(OPTIONS, questions.unanswered()));
    return facts(new Candidates(page.table(), QueryOptions.NONE));
  }

  private void askSince(ModifiedDate date) {
    if (!page.rows().hasDates()) {
      since.add(REACHES_BACK, Verdict.open("no row that came has a modified date"));
      return;
    }
    var probe = new DateProbe(date, page, questions);
    since.add(REACHES_BACK, probe.reachesBack());
    if (!since.isDisproven()) {
      since.add(ENDS_SOMEWHERE, probe.endsSomewhere());
    }
  }

  private void noWitness(ModifiedDate date) {
    since.add(FINDS_WITNESS, new Proofs(date).noWitness());
  }

  private Optional<Subject> subject() {
    return since.isDisproven() ? Optional.empty() : Subject.of(page.rows());
  }

  private void askKeys(Optional<ModifiedDate> date, KeyList list) {
    if (page.rows().dates().isEmpty()) {
      in.add(BRINGS_ONLY_THOSE, Verdict.open("no row that came has a key"));
      return;
    }
    date.flatMap(day -> subject().map(row -> WitnessQuestion.of(day, list, row, page.rows())))
        .ifPresentOrElse(this::ask, () -> askKeysAlone(list));
  }

  private void ask(WitnessQuestion question) {
    var answer = questions.answer(question.condition(), question.take());
    var unanswered = questions.unanswered();
    in.add(BRINGS_ONLY_THOSE, answer.map(question::bringsOnlyThose).orElse(unanswered));
    since.add(CUTS, answer.map(question::cuts).orElse(unanswered));
    since.add(FINDS_WITNESS, answer.map(given -> findsWitness(question, given)).orElse(unanswered));
  }

  private Verdict findsWitness(WitnessQuestion question, Answer answer) {
    var found = question.findsWitness(answer);
    return found.kind() == Verdict.Kind.OPEN && question.subject().isWitness()
        ? questions.answer(question.alone(), 2).map(question::isGone).orElse(found)
        : found;
  }

  private void askKeysAlone(KeyList list) {
    var keys = page.rows().dates().stream().map(row -> row.key()).limit(KEYS).toList();
    in.add(
        BRINGS_ONLY_THOSE,
        questions
            .answer(list.in(keys), KEYS + 1)
            .map(answer -> KeyProofs.areAsked(list, keys, answer))
            .orElseGet(questions::unanswered));
  }

  private void askWindow(ModifiedDate date) {
    subject().ifPresent(row -> askWindow(new DateProbe(date, page, questions), row));
  }

  private void askWindow(DateProbe probe, Subject subject) {
    var day = subject.row().day();
    var answer = questions.answer(probe.date().since(day), SOME);
    var unanswered = questions.unanswered();
    since.add(CUTS, answer.map(given -> probe.proofs().cuts(day, given.rows())).orElse(unanswered));
    since.add(
        FINDS_WITNESS,
        answer.map(given -> inWindow(probe.proofs(), subject, given)).orElse(unanswered));
  }

  /** Rows of that very day at the latest. */
  private static Verdict inWindow(Proofs proofs, Subject subject, Answer answer) {
    var day = subject.row().day();
    var needed = day.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    return proofs.foundInWindow(day, needed, answer.rows());
  }

  private void askFrom(KeyRange range) {
    var rows = page.rows().dates();
    if (rows.size() < 2 || page.rows().keyless() > 0 || !page.rows().isOrdered()) {
      from.add(PARTS_THE_TABLE, Verdict.open("the rows that came do not show which key is next"));
      return;
    }
    var below = rows.subList(0, rows.size() / 2);
    var base = rows.get(below.size()).key();
    from.add(
        PARTS_THE_TABLE,
        questions
            .answer(range.from(base), 1)
            .map(rest -> parts(range, base, rest, Answer.of(below.size(), below)))
            .orElseGet(questions::unanswered));
  }

  /** Rows may have come or gone meanwhile. */
  private Verdict parts(KeyRange range, long base, Answer rest, Answer below) {
    var total = page.total();
    var verdict = KeyProofs.parts(range, base, rest, below, total, total);
    return rest.isRefused() || verdict.kind() != Verdict.Kind.DISPROVEN
        ? verdict
        : questions
            .total()
            .map(now -> KeyProofs.parts(range, base, rest, below, total, now))
            .orElse(verdict);
  }
}
