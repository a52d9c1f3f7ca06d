package io.github.tapvirtuous.virtuous.http;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reply's headers say of the end of its endpoint: {@code Sunset} (RFC 8594) and {@code
 * Deprecation} (RFC 9745).
 */
public record EndOfLife(HttpReply reply) {

  /** {@code Sunset "Sat, 31 Dec 2026 23:59:59 GMT"}; empty where no end is announced. */
  public Optional<String> words() {
    var words =
        Stream.of("Sunset", "Deprecation")
            .flatMap(name -> reply.text(name).map(said -> name + " \"" + said + '"').stream())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
