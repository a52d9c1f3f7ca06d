package io.github.tapvirtuous.sync.query;

import io.github.tapvirtuous.sync.query.Chosen.KeyList;
import io.github.tapvirtuous.sync.query.Chosen.KeyRange;
import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was chosen of a table's options, once: options are long, and seldom change.
 *
 * @param at when the options were asked for, by the server's clock; {@link Instant#EPOCH} for never
 */
public record Choice(
    Optional<ModifiedDate> date, Optional<KeyRange> range, Optional<KeyList> keys, Instant at) {
  public static final Choice NONE =
      new Choice(Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH);

  public static Choice of(Candidates candidates, Instant at) {
    return new Choice(candidates.modified(), candidates.keyRange(), candidates.keyList(), at);
  }

  public boolean isFresh(Instant now, Duration kept) {
    return Age.isBelow(kept, at, now);
  }
}
