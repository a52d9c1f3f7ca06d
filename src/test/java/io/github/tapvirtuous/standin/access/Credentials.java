package io.github.tapvirtuous.standin.access;

import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.http.StandInRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read what.
 *
 * @param keys accepted API keys
 * @param schemes accepted words before them, {@code Basic} or {@code Bearer}
 * @param forbidden tables that the key's permission group lacks
 */
public record Credentials(Set<String> keys, Set<String> schemes, Set<String> forbidden) {
  public Credentials {
    keys = Set.copyOf(keys);
    schemes = Set.copyOf(schemes);
    forbidden = Set.copyOf(forbidden);
  }

  /** The reply to a request that may not read. */
  public Optional<StandInReply> refusal(StandInRequest request, String table) {
    var words = request.header("authorization").split(" ", 2);
    if (words.length < 2 || !schemes.contains(words[0]) || !keys.contains(words[1])) {
      return Optional.of(Samples.error("401_json"));
    }
    return forbidden.contains(table) ? Optional.of(Samples.error("403")) : Optional.empty();
  }
}
