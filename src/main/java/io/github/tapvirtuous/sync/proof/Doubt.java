package io.github.tapvirtuous.sync.proof;

import io.github.tapvirtuous.sync.query.Age;
import java.time.Duration;
import java.time.Instant;

/**
 * Why a condition was not believed, so that it is not tried again at every turn.
 *
 * @param why in words, {@code ""} for no doubt
 * @param wantsWitness whether a row to prove it with is all that it lacked
 * @param at by the server's clock
 */
record Doubt(String why, boolean wantsWitness, Instant at) {
  static final Doubt NONE = new Doubt("", false, Instant.EPOCH);

  /** Whether a new trial would only repeat the last one. */
  boolean stands(Instant now, Duration kept, Witnesses witnesses) {
    return !why.isEmpty()
        && Age.isBelow(kept, at, now)
        && !(wantsWitness && !witnesses.kept().isEmpty());
  }
}
