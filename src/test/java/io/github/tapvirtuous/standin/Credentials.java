package io.github.tapvirtuous.standin;

import java.util.Optional;
import java.util.Set;

/**
 * Who may read what.
 *
 * @param keys accepted API keys
 * @param schemes accepted words before them, {@code Basic} or {@code Bearer}
 * @param forbidden tables that the key's permission group lacks
 */
record Credentials(Set<String> keys, Set<String> schemes, Set<String> forbidden) {
  Credentials {
    keys = Set.copyOf(keys);
    schemes = Set.copyOf(schemes);
    forbidden = Set.copyOf(forbidden);
  }

  /** The reply to a request that may not read. */
  Optional<StandInReply> refusal(StandInRequest request, String table) {
    var words = request.header("authorization").split(" ", 2);
    if (words.length < 2 || !schemes.contains(words[0]) || !keys.contains(words[1])) {
      return Optional.of(Samples.error("401_json"));
    }
    return forbidden.contains(table) ? Optional.of(Samples.error("403")) : Optional.empty();
  }
}
