package io.github.tapvirtuous.reliability.history;

import io.github.tapvirtuous.standin.query.Misreading;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** How a server takes conditions amiss: in one way or in two at once. */
final class Misreadings {
  private static final List<Misreading> ALL = List.of(Misreading.values());

  /** Nothing is left of a condition that another could take amiss. */
  private static final Set<Misreading> ALONE =
      EnumSet.of(Misreading.CONDITIONS_IGNORED, Misreading.REFUSED);

  /** Begun when the others were believed, some are not seen before the next proof. */
  private static final Set<Misreading> UNSEEN =
      EnumSet.of(Misreading.DAY_FOR_MONTH, Misreading.DAY_FOR_MONTH_OR_ALL, Misreading.ON_THE_DAY);

  private Misreadings() {}

  /** All in turn, each third time with another; and every other seed none. */
  static Set<Misreading> of(long seed) {
    var turn = (int) (seed / 2 / ALL.size());
    var first = (int) (seed / 2 % ALL.size());
    var second = turn % 3 == 0 ? (first + 1 + turn / 3) % ALL.size() : first;
    return seed % 2 == 0 ? Set.of() : both(ALL.get(first), ALL.get(second));
  }

  /** Any, each third time with another. */
  static Set<Misreading> some(Random random) {
    var first = any(random);
    return both(first, random.nextInt(3) == 0 ? any(random) : first);
  }

  private static Misreading any(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  private static Set<Misreading> both(Misreading first, Misreading second) {
    var isAlone = ALONE.contains(first) || ALONE.contains(second);
    return isAlone ? Set.of(first) : EnumSet.of(first, second);
  }

  /** Whether rows may stay away without a sign, as long as nobody proves anew. */
  static boolean mayBeUnseen(Set<Misreading> begun, boolean keysCanBeAskedFor) {
    return begun.stream()
        .anyMatch(
            how -> UNSEEN.contains(how) || (how == Misreading.A_WEEK_LATER && !keysCanBeAskedFor));
  }
}
