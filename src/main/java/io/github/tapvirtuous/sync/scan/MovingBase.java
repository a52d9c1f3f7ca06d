package io.github.tapvirtuous.sync.scan;

import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.scan.Ask.Part;
import io.github.tapvirtuous.sync.state.ScanPosition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The key from which on rows are asked for, so that no request skips many. Moves behind the scan,
 * and is the start of the table as long as, or as soon as, <em>key from</em> is not believed.
 */
final class MovingBase {
  /** No fewer than may be in flight: what is asked for next is never further from the base. */
  private static final int PAGES = 16;

  /** Fewer rows are not worth a proof. */
  private static final int PAGES_WORTH_A_PROOF = PAGES / 4;

  private static final Optional<ScanEnd> SURE = Optional.of(ScanEnd.verified());

  private final int depth;
  private final int worthProof;
  private final Supplier<Optional<KeyRange>> ranges;
  private boolean mayMove = true;
  private Optional<KeyRange> range = Optional.empty();
  private Part part = Part.WHOLE;
  private Optional<BaseProof> proof = Optional.empty();
  private Part counted = Part.WHOLE;
  private long due;
  private final boolean isResumed;
  private boolean mayLackRows;
  private boolean lacksRows;
  private String doubt = "";

  /**
   * Where the scan begins or goes on.
   *
   * @param ranges how rows are asked for from a key on, if they can be; asked when it is needed
   */
  MovingBase(Supplier<Optional<KeyRange>> ranges, ScanPosition from, int pageSize) {
    this.ranges = ranges;
    depth = PAGES * (pageSize - 1);
    worthProof = PAGES_WORTH_A_PROOF * (pageSize - 1);
    isResumed = !from.isStart();
    if (isResumed && from.index() >= depth && from.index() < from.total()) {
      move(Part.from(from.lastKey(), from.index(), from.rowsSent() - 1), -1);
    }
  }

  /** The rows that the next requests are about. */
  Part part() {
    return part;
  }

  /**
   * A page was judged whose last key was sent: perhaps that one is the next base.
   *
   * @param place of that key in the table
   * @param rowsBefore rows read in front of it
   */
  void reached(ScanReply reply, int place, long rowsBefore) {
    var isDeep = place - part.place() >= depth;
    var isWorthIt = part.isWhole() ? reply.total() - 1 - place > worthProof : proof.isEmpty();
    if (isDeep && isWorthIt) {
      move(Part.from(reply.keys().last(), place, rowsBefore), reply.total());
    }
  }

  private void move(Part next, long total) {
    if (mayMove && range.isEmpty()) {
      range = ranges.get();
      mayMove = range.isPresent();
    }
    range.ifPresent(
        known -> {
          proof = part.isWhole() ? Optional.of(new BaseProof(known, next, total)) : proof;
          part = next;
        });
  }

  /**
   * A reply says how many rows there are. Those that were counted and did not come fall out when
   * the base moves; so do those that are deleted at that moment.
   */
  void counted(ScanReply reply) {
    var now = reply.ask().part();
    if (reply.hasTotal()) {
      var fewer = !now.isWhole() && !now.equals(counted) && reply.rowsDue() < due;
      mayLackRows |= fewer;
      lacksRows |= fewer && !(isResumed && counted.isWhole()); // rows may have come back meanwhile
      counted = now;
      due = reply.rowsDue();
    }
  }

  /** Whether no end is sure before all rows that are counted have come. */
  boolean lacksRows() {
    return lacksRows;
  }

  /**
   * The end of a part is that of the table, unless the whole has to be looked at once more: a part
   * held fewer rows than were counted.
   */
  Optional<ScanEnd> confirmed(ScanReply reply, Optional<ScanEnd> end) {
    var isDoubtful = isShort(end) || (mayLackRows && end.equals(SURE));
    if (reply.ask().part().isWhole() || !isDoubtful) {
      return end;
    }
    lacksRows |= isShort(end);
    giveUp("fewer rows are left than were counted before");
    return Optional.empty();
  }

  /**
   * Whether rows may stand where only reading by place, from the start, finds them: the table ends
   * where its count says, and yet fewer came from key to key. They may have come back behind it.
   */
  boolean isToBlame(ScanReply reply, Optional<ScanEnd> end) {
    var blamed = lacksRows && isShort(end) && reply.reachesTotal();
    if (blamed) {
      doubt = "fewer rows came than are counted, so that all are read once more";
      lacksRows = false;
    }
    return blamed;
  }

  private static boolean isShort(Optional<ScanEnd> end) {
    return end.filter(one -> one.outcome() == Outcome.INCOMPLETE).isPresent();
  }

  /** What has to be answered before a page of this part can be judged. */
  List<Ask> questions() {
    return proof.map(BaseProof::open).orElseGet(List::of);
  }

  boolean isUnproven() {
    return proof.isPresent();
  }

  void answered(ScanReply reply) {
    if (reply.ask().part().isWhole()) {
      counted(reply);
    }
    var verdict = proof.orElseThrow().answered(reply);
    if (questions().isEmpty()) {
      proof = Optional.empty();
      if (!verdict.isBelieved()) {
        giveUp(verdict.why());
      }
    }
  }

  /** Rows come in no order: no key is further on than another. */
  void stayAtStart() {
    mayMove = false;
    lacksRows = false;
    range = Optional.empty();
  }

  /** A question was not answered at all. */
  void unanswered(String why) {
    giveUp(words() + " brings no answer: " + why.replaceFirst("\\.$", ""));
  }

  /**
   * Whether a page shows that it is better to ask for rows by their place alone: it holds what is
   * not of its part, or is the first of it and does not join on, so that its rows are gone or were
   * not understood.
   */
  boolean isDoubtedAfter(ScanReply reply, boolean joins) {
    if (!reply.ask().part().mayHold(reply.keys(), reply.skip())) {
      giveUp(words() + " brings rows of the other side, or in another order");
    } else if (!reply.ask().part().isWhole() && reply.skip() == 0 && !joins) {
      giveUp(words() + " does not bring the rows that were there before, which may be gone");
    }
    return part.isWhole() && !reply.ask().part().isWhole();
  }

  private String words() {
    return range.map(KeyRange::inWords).orElse("");
  }

  /** For the rest of the read, rows are asked for by their place in the table alone. */
  private void giveUp(String why) {
    doubt = why;
    mayMove = false;
    range = Optional.empty();
    proof = Optional.empty();
    part = Part.WHOLE;
  }

  /** Why the base does not move any more, {@code ""} while it may. */
  String doubt() {
    return doubt;
  }
}
