package io.github.tapvirtuous.sync.proof;

import io.github.tapvirtuous.sync.query.Candidates;
import io.github.tapvirtuous.sync.query.Choice;
import io.github.tapvirtuous.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What runs have found out about asking a table for some of its rows; kept in its bookmark.
 *
 * @param reach proof that the condition on the modified date tells both ends of time
 */
public record Evidence(
    Choice choice, Optional<ProvenReach> reach, Witnesses witnesses, Doubt doubt) {
  public static final Evidence NONE =
      new Evidence(Choice.NONE, Optional.empty(), Witnesses.NONE, Doubt.NONE);

  /** With what is to be asked: options are asked for once in a while. */
  public Evidence chosen(Table table, Source source, Duration kept) {
    if (choice.isFresh(source.now(), kept)) {
      return this;
    }
    var options = source.options();
    return with(Choice.of(new Candidates(table, options), source.now()));
  }

  private Evidence with(Choice newer) {
    var isSame = newer.date().equals(choice.date());
    return new Evidence(newer, isSame ? reach : Optional.empty(), witnesses, doubt);
  }

  Evidence with(ProvenReach proof) {
    return new Evidence(choice, Optional.of(proof), witnesses, Doubt.NONE);
  }

  /**
   * How many rows the table had when proof was given.
   *
   * @param least it had in any case
   */
  public long rows(long least) {
    return Math.max(least, reach.map(ProvenReach::rows).orElse(least));
  }

  /** With rows that were read since. */
  public Evidence with(Witnesses newer) {
    return new Evidence(choice, reach, newer, doubt);
  }

  /** With the outcome of a proof that failed, which the next runs need not try again. */
  public Evidence doubted(String why, boolean wantsWitness, Instant at) {
    return new Evidence(choice, Optional.empty(), witnesses, new Doubt(why, wantsWitness, at));
  }
}
