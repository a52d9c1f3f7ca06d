package io.github.tapvirtuous.sync.probe;

import io.github.tapvirtuous.sync.proof.Answer;
import io.github.tapvirtuous.sync.proof.KeyProofs;
import io.github.tapvirtuous.sync.proof.Proofs;
import io.github.tapvirtuous.sync.proof.Verdict;
import io.github.tapvirtuous.sync.proof.Witness;
import io.github.tapvirtuous.sync.query.AskedDay;
import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import io.github.tapvirtuous.sync.query.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * One question that shows three things: whether rows can be asked for by their keys, whether the
 * modified date is looked at, and whether it cuts. It asks for a row modified lately together with
 * a few that were not, and have to stay away.
 */
record WitnessQuestion(ModifiedDate date, KeyList list, Subject subject, List<Long> keys) {
  private static final int OTHERS = 4;

  static WitnessQuestion of(ModifiedDate date, KeyList list, Subject subject, TableRows rows) {
    var before = subject.row().day().minusDays(1);
    var others =
        rows.dated()
            .filter(row -> AskedDay.of(row.modified()).isBefore(before))
            .map(row -> row.key())
            .limit(OTHERS);
    var keys = Stream.concat(Stream.of(subject.row().key()), others).toList();
    return new WitnessQuestion(date, list, subject, keys);
  }

  Condition condition() {
    return date.since(day()).and(list.in(keys));
  }

  /** Room for one more row than can come. */
  int take() {
    return keys.size() + 1;
  }

  Verdict bringsOnlyThose(Answer answer) {
    return answer.isRefused() || !answer.rows().isEmpty()
        ? KeyProofs.areAsked(list, keys, answer)
        : Verdict.open("the row to prove it with was not found");
  }

  Verdict cuts(Answer answer) {
    return answer.isRefused() ? notTogether() : proofs().cuts(day(), answer.rows());
  }

  Verdict findsWitness(Answer answer) {
    if (!subject.isWitness()) {
      return proofs().noWitness();
    }
    var itself = answer.rows().stream().filter(row -> row.key() == witness().key()).toList();
    return answer.isRefused()
        ? notTogether()
        : proofs().finds(witness(), Answer.of(answer.total(), itself));
  }

  /** Whether the row is there at all, if it was not found. */
  Verdict isGone(Answer alone) {
    return proofs().isGone(witness(), alone);
  }

  Condition alone() {
    return witness().alone(list);
  }

  private static Verdict notTogether() {
    return Verdict.open("Virtuous refuses it together with keys");
  }

  private Witness witness() {
    return subject.row();
  }

  private LocalDate day() {
    return witness().day();
  }

  private Proofs proofs() {
    return new Proofs(date);
  }
}
