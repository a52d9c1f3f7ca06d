package io.github.tapvirtuous.sync.proof;

import io.github.tapvirtuous.sync.query.Chosen.ModifiedDate;
import java.util.Optional;

/**
 * Whether rows may be asked for by their modified date.
 *
 * @param date how; empty where that is not believed
 * @param inWindow whether the rows that come have to show the last of it: nobody could be asked
 * @param why it is not believed, a clause for the report
 * @param evidence to be kept
 */
public record Belief(Optional<ModifiedDate> date, boolean inWindow, String why, Evidence evidence) {
  static Belief yes(ModifiedDate date, boolean inWindow, Evidence evidence) {
    return new Belief(Optional.of(date), inWindow, "", evidence);
  }

  static Belief no(String why, Evidence evidence) {
    return new Belief(Optional.empty(), false, why, evidence);
  }
}
