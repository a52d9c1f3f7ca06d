package io.github.tapvirtuous.sync.scan;

import io.github.tapvirtuous.sync.proof.Answer;
import io.github.tapvirtuous.sync.proof.KeyProofs;
import io.github.tapvirtuous.sync.proof.RowDates;
import io.github.tapvirtuous.sync.proof.Verdict;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.scan.Ask.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What shows whether <em>key from</em> brings all rows from a base on: the rows on both sides of it
 * make up the table. Takes {@value #MOST_QUESTIONS} requests for one row each, at most.
 */
final class BaseProof {
  private static final int MOST_QUESTIONS = 3;
  private static final Answer NONE_YET = Answer.of(-1, List.of());

  private final KeyRange range;
  private final Part base;
  private final List<Ask> open = new ArrayList<>();
  private int asked;
  private long before;
  private long after;
  private Answer from = NONE_YET;
  private Answer below = NONE_YET;

  /**
   * Has questions, and no answer yet.
   *
   * @param total rows of the whole table as a reply said before, -1 if none did
   */
  BaseProof(KeyRange range, Part base, long total) {
    this.range = range;
    this.base = base;
    before = total;
    after = total;
    if (total < 0) {
      ask(Part.WHOLE);
    }
    ask(base);
    ask(base.below());
  }

  private void ask(Part part) {
    open.add(Ask.question(part));
    asked++;
  }

  /** Those without an answer, in the order in which they are to be answered. */
  List<Ask> open() {
    return List.copyOf(open);
  }

  /** The verdict, which is of use when no question is open any more. */
  Verdict answered(ScanReply reply) {
    open.remove(reply.ask());
    switch (reply.ask().part().side()) {
      case WHOLE -> counted(reply.total());
      case FROM -> from = answer(reply);
      case BELOW -> below = answer(reply);
    }
    var verdict = KeyProofs.parts(range, base.key(), from, below, before, after);
    if (open.isEmpty() && !verdict.isBelieved() && asked < MOST_QUESTIONS) {
      ask(Part.WHOLE); // rows may have come or gone since they were counted
    }
    return verdict;
  }

  private void counted(long total) {
    before = before < 0 ? total : before;
    after = total;
  }

  private static Answer answer(ScanReply reply) {
    var keys = reply.keys();
    var rows = IntStream.range(0, keys.count()).mapToObj(row -> RowDates.of(keys.at(row), "", ""));
    return Answer.of(reply.total(), rows.toList());
  }
}
