package io.github.tapvirtuous.sync.proof;

import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.query.Condition;
import io.github.tapvirtuous.table.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds out whether rows of a table may be asked for by their modified date: with two questions as
 * a rule, since what was proven is good for a while.
 */
public final class Inquiry {
  private static final int ONE = 1;

  /** Room for a second row, which would show that more comes than was asked for. */
  private static final int TWO = 2;

  /** Rows among which a witness is looked for. */
  private static final int SAMPLE = 250;

  private final Table table;
  private final Source source;
  private final Duration kept;
  private final int page;

  /**
   * About one table.
   *
   * @param kept how long a proof is good for
   * @param page rows that one request brings: a table that has no more is not worth a proof
   */
  public Inquiry(Table table, Source source, Duration kept, int page) {
    this.table = table;
    this.source = source;
    this.kept = kept;
    this.page = page;
  }

  /**
   * Asks as much as it takes.
   *
   * @param known from runs before
   * @param undated rows without a modified date, as the last whole read counted them; empty where
   *     none did
   */
  public Belief modified(Evidence known, OptionalLong undated) {
    var total = source.ask(Optional.empty(), ONE).total();
    if (total >= 0 && total < page) {
      return Belief.no("it fits one page", known);
    }
    var evidence = known.chosen(table, source, kept);
    var date = evidence.choice().date();
    if (date.isEmpty()) {
      return Belief.no("Virtuous knows no condition on the modified date of its rows", evidence);
    }
    if (evidence.doubt().stands(source.now(), kept, evidence.witnesses())) {
      return Belief.no(evidence.doubt().why(), evidence);
    }
    return reached(date.get(), evidence, total, undated);
  }

  /** Undated rows may have got a date since they were counted, if they were: that is done anew. */
  private Belief reached(ModifiedDate date, Evidence evidence, long total, OptionalLong undated) {
    if (evidence.reach().filter(reach -> reach.holds(total, source.now(), kept)).isPresent()) {
      return found(date, evidence);
    }
    var verdict = reach(date, total, undated.orElse(0));
    if (verdict.isBelieved()) {
      return found(date, evidence.with(new ProvenReach(total, source.now())));
    }
    return undated.orElse(1) > 0 ? Belief.no(verdict.why(), evidence) : doubted(verdict, evidence);
  }

  /** (a), at both ends of time. */
  private Verdict reach(ModifiedDate date, long before, long undated) {
    var proofs = new Proofs(date);
    var since = ask(date.since(AskedDay.LONG_AGO), ONE);
    var verdict = proofs.reachesBack(since, undated, before, before);
    if (!verdict.isBelieved()) { // rows may have come or gone meanwhile
      var after = source.ask(Optional.empty(), ONE).total();
      verdict = proofs.reachesBack(since, undated, before, after);
    }
    return verdict.isBelieved()
        ? proofs.endsSomewhere(ask(date.since(AskedDay.FAR_AHEAD), ONE))
        : verdict;
  }

  /** (c), by the first witness that is still there. */
  private Belief found(ModifiedDate date, Evidence evidence) {
    var keys = evidence.choice().keys();
    if (keys.isEmpty()) {
      return Belief.yes(date, true, evidence);
    }
    var proofs = new Proofs(date);
    var verdict = proofs.noWitness();
    for (var witness : witnesses(evidence).kept()) {
      verdict = finds(proofs, witness, keys.get());
      if (verdict.kind() != Verdict.Kind.OPEN) {
        break;
      }
    }
    return verdict.isBelieved() ? Belief.yes(date, false, evidence) : doubted(verdict, evidence);
  }

  /** Where no read has met any, the first rows of the table may show some. */
  private Witnesses witnesses(Evidence evidence) {
    var found = evidence.witnesses();
    if (found.kept().isEmpty()) {
      for (var row : source.ask(Optional.empty(), SAMPLE).rows()) {
        found = found.with(row);
      }
    }
    return found;
  }

  /** One that was modified on a later day is asked for by that: a later day might find it, too. */
  private Verdict finds(Proofs proofs, Witness known, KeyList keys) {
    var found = ask(known.question(proofs.date(), keys), TWO);
    var witness = known.in(found);
    if (!witness.day().equals(known.day())) {
      found = ask(witness.question(proofs.date(), keys), TWO);
    }
    var verdict = proofs.finds(witness, found);
    return verdict.kind() == Verdict.Kind.OPEN && found.rows().isEmpty()
        ? proofs.isGone(witness, ask(witness.alone(keys), TWO))
        : verdict;
  }

  private Answer ask(Condition condition, int take) {
    return source.ask(Optional.of(condition), take);
  }

  /** Witnesses that proved nothing are gone. */
  private Belief doubted(Verdict verdict, Evidence evidence) {
    var isOpen = verdict.kind() == Verdict.Kind.OPEN;
    var left = isOpen ? evidence.with(Witnesses.NONE) : evidence;
    return Belief.no(verdict.why(), left.doubted(verdict.why(), isOpen, source.now()));
  }
}
