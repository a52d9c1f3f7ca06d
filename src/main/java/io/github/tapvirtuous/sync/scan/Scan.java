package io.github.tapvirtuous.sync.scan;

import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.state.ScanPosition;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Decides which page of a table comes next while rows vanish and appear under the reader. Replies
 * go in; the rows to send, the next request or the end come out. Does no I/O.
 *
 * <p>Pages go by position, rows by key. Each page overlaps the one before by one row, so that its
 * first key tells whether rows slipped between the two ({@code docs/reliability.md}).
 */
public final class Scan {
  /** The largest page that Virtuous serves. */
  private static final int LARGEST_PAGE = 1_000;

  private static final int[] NO_ROWS = {};

  private final PageSize size;
  private final StepBack stepBack = new StepBack();
  private final PagingCheck paging = new PagingCheck();
  private final SecondLook secondLook = new SecondLook();
  private final Crossing crossing = new Crossing();
  private final MovingBase base;
  private final BitSet withoutKey = new BitSet();
  private Boundary boundary;
  private boolean resuming;
  private boolean broughtRows;
  private boolean mayLookAhead;
  private boolean wholeListAsked;
  private int index;
  private long total;
  private long rowsSent;
  private Optional<ScanEnd> end = Optional.empty();

  /**
   * Begins, or goes on.
   *
   * @param ranges how rows are asked for from a key on, if they can be; asked when a base moves,
   *     and believed once it is proven
   */
  public Scan(ScanPosition from, int pageSize, Supplier<Optional<KeyRange>> ranges) {
    base = new MovingBase(ranges, from, pageSize);
    size = new PageSize(pageSize);
    boundary = from.isStart() ? new Boundary.LastKey() : new Boundary.LastKey(from.lastKey());
    resuming = !from.isStart();
    index = from.index();
    total = from.total();
    rowsSent = from.rowsSent();
  }

  public Optional<ScanEnd> end() {
    return end;
  }

  /** Rows of the whole table as the last reply said, -1 if it did not. */
  public long total() {
    return total;
  }

  /** Where a later run can take up; the start while rows come in no order, or none came at all. */
  public ScanPosition position() {
    var stuck = end.isPresent() && end.get().gaveUp() && !broughtRows;
    return boundary instanceof Boundary.LastKey ordered && rowsSent > 0 && !stuck
        ? new ScanPosition(
            ordered.lastKey(), crossing.isUnderWay() ? crossing.start() : index, total, rowsSent)
        : ScanPosition.START;
  }

  /** The page that has to be judged next. */
  public Ask next() {
    return wholeListAsked ? new Ask(0, LARGEST_PAGE) : Ask.at(base.part(), index, size.asked());
  }

  /** The page that is worth fetching while this one is on its way; none behind the table's end. */
  public Optional<Ask> following(Ask ask) {
    return mayLookAhead && !wholeListAsked && placeBehind(ask) < total
        ? Optional.of(Ask.at(base.part(), placeBehind(ask), size.asked()))
        : Optional.empty();
  }

  /** Whether a page that was asked for earlier is still the one to be judged next. */
  boolean waitsFor(Ask ask) {
    return ask.place() == next().place() && (ask.part().isWhole() || !base.part().isWhole());
  }

  /** What has to be answered before some pages can be judged, in this order. */
  List<Ask> questions() {
    return base.questions();
  }

  /** Whether a page has to wait for the answers. */
  boolean isUnproven(Ask ask) {
    return base.isUnproven() && !ask.part().isWhole();
  }

  /** Why rows are not asked for from a key on any more; {@code ""} while they are, or may be. */
  public String doubt() {
    return base.doubt();
  }

  /** Whether no page follows this one, as far as the table's total can be believed. */
  public boolean isLast(Ask ask) {
    return mayLookAhead && total >= 0 && placeBehind(ask) >= total;
  }

  private int placeBehind(Ask ask) {
    return ask.place() + Math.min(ask.take(), size.expected()) - 1;
  }

  /** A question brought no reply, however often it was asked. */
  public void unanswered(String why) {
    base.unanswered(why);
  }

  /**
   * Judges the reply to {@link #next}, or to a question; gives the numbers of the keys whose rows
   * are to be sent.
   */
  public int[] accept(ScanReply reply) {
    if (reply.ask().isQuestion()) {
      base.answered(reply);
      return NO_ROWS;
    }
    var rows = judged(reply);
    // without a total, the rows sent stand for it: a scan that brings new rows goes on
    paging.sawReply(Math.max(total, rowsSent), withoutKey.cardinality(), size.expected());
    if (end.isEmpty() && paging.isEndless()) {
      end = Optional.of(ScanEnd.gaveUp(paging.replies(), rowsRead(), total));
    }
    return rows;
  }

  private int[] judged(ScanReply reply) {
    if (base.isDoubtedAfter(reply, boundary.joins(reply))) {
      restart(crossing.isUnderWay() ? crossing.again() : index);
      return NO_ROWS;
    }
    if (boundary instanceof Boundary.LastKey && !reply.keys().ascend()) {
      startWithoutOrder();
      return NO_ROWS;
    }
    var joins = reply.isTableStart() || boundary.joins(reply);
    if (!joins && (!crossing.isUnderWay() || reply.length() == 0)) {
      goBack(reply);
      return NO_ROWS;
    }
    return joins ? advance(reply) : cross(reply);
  }

  /** A page behind rows without keys, which counts only once what ends them was seen twice. */
  private int[] cross(ScanReply reply) {
    if (!reply.keys().isEmpty() && !crossing.isConfirmedBy(reply)) {
      restart(crossing.again());
      return NO_ROWS;
    }
    var rows = advance(reply);
    if (reply.keys().isEmpty() && end.isPresent() && !crossing.isConfirmedBy(reply)) {
      end = Optional.empty();
      restart(crossing.again());
    }
    return rows;
  }

  private void startWithoutOrder() {
    boundary = new Boundary.KeySet();
    base.stayAtStart();
    resuming = false;
    rowsSent = 0;
    crossing.stop();
    restart(0);
  }

  private void goBack(ScanReply reply) {
    paging.sawGap();
    var place = crossing.isUnderWay() ? crossing.start() : stepBack.from(index, reply, total);
    crossing.stop();
    restart(Math.max(base.part().place(), place));
  }

  /** Nothing that is on its way counts any more. */
  private void restart(int place) {
    index = place;
    mayLookAhead = false;
    secondLook.forget();
  }

  private int[] advance(ScanReply reply) {
    var fresh = boundary.take(reply);
    rowsSent += fresh.length;
    if (fresh.length > 0) {
      broughtRows = true;
      stepBack.reset();
      mayLookAhead = true;
    }
    size.arrived(reply);
    base.counted(reply);
    total = reply.tableTotal();
    index = reply.place() + Math.max(0, reply.lastJudged());
    walk(reply);
    end = base.confirmed(reply, judgedEnd(reply, fresh.length));
    if (base.isToBlame(reply, end)) {
      readOnceMore();
    } else if (fresh.length > 0 && end.isEmpty() && !crossing.isUnderWay() && !wholeListAsked) {
      base.reached(reply, index, rowsSent - 1 + withoutKey.get(0, index).cardinality());
    }
    return resuming ? withOverlap(reply, fresh) : fresh;
  }

  /** From the start: the end of a way from key to key came short of what Virtuous counts. */
  private void readOnceMore() {
    end = Optional.empty();
    boundary = new Boundary.LastKey();
    rowsSent = 0;
    paging.countAnew();
    withoutKey.clear();
    crossing.stop();
    restart(0);
  }

  /** Into rows without keys, on among them, or out of them. */
  private void walk(ScanReply reply) {
    reply.withoutKey().forEach(place -> withoutKey.set(reply.place() + place));
    if (!reply.endsInDark()) {
      crossing.stop();
    } else if (!crossing.isUnderWay() || !reply.keys().isEmpty()) {
      crossing.startAt(reply.place());
    }
  }

  /**
   * The first page of a resumed scan sends its overlap row again, so that no run is without rows.
   */
  private int[] withOverlap(ScanReply reply, int[] fresh) {
    resuming = false;
    var first = reply.keys().count() - fresh.length;
    return IntStream.range(Math.max(0, first - 1), reply.keys().count()).toArray();
  }

  private Optional<ScanEnd> judgedEnd(ScanReply reply, int fresh) {
    var inOrder = boundary instanceof Boundary.LastKey;
    var byCount = ScanEnd.byCount(rowsRead(), reply.rowsDue(), inOrder);
    if (wholeListAsked) {
      return Optional.of(ScanEnd.ofWholeList(rowsRead(), total, reply.isFull()));
    }
    if (reply.length() > reply.take() && !reply.endsBeforeTotal()) {
      return Optional.of(byCount);
    }
    var isShort = size.isShort(reply);
    if (isShort && reply.reachesTotal()) {
      return Optional.of(inOrder && !base.lacksRows() ? ScanEnd.verified() : byCount);
    }
    wholeListAsked = paging.isIgnored(reply, fresh);
    return isShort && !wholeListAsked && secondLook.foundNothing(reply, fresh, index, size)
        ? Optional.of(nothingFollows(reply, byCount))
        : Optional.empty();
  }

  private ScanEnd nothingFollows(ScanReply reply, ScanEnd byCount) {
    var lone = reply.place() == 0 && reply.length() == 1 && reply.take() > 1;
    return lone && !reply.hasTotal() ? ScanEnd.loneRow() : byCount;
  }

  /** Those that came, whether or not they could be sent. */
  private long rowsRead() {
    return rowsSent + withoutKey.cardinality();
  }
}
