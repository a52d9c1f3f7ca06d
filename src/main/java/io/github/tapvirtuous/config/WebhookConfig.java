package io.github.tapvirtuous.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What Virtuous tells of changes, and what becomes of it.
 *
 * @param url where Virtuous sends events
 * @param inbox where they wait: the path of a file, or a {@code jdbc:postgresql:} address
 * @param secrets by which they are signed, any of them; empty in a run that {@linkplain
 *     ConfigReader.Needs needs} none
 * @param keep how long events wait that no sync asks for
 * @param signatureHeader the header of the signature, if it is another than usual
 * @param only whether a sync reads nothing but events
 */
public record WebhookConfig(
    Optional<URI> url,
    Optional<Secret> inbox,
    List<Secret> secrets,
    Duration keep,
    Optional<String> signatureHeader,
    Mode mode,
    boolean only) {
  public WebhookConfig {
    secrets = List.copyOf(secrets);
  }

  /** What leaves for a row that an event is about. */
  public enum Mode {
    /** The row as the API has it. */
    REFETCH,
    /** What the event says of it. */
    PAYLOAD
  }
}
