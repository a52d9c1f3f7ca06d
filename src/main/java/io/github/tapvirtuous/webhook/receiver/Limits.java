package io.github.tapvirtuous.webhook.receiver;

import java.time.Duration;

/**
 * How much a receiver bears: from anybody, since it stands on the internet.
 *
 * @param headerBytes of one request
 * @param bodyBytes of one request
 * @param largeBytes from which on bodies are read one at a time
 * @param bodiesInHand bytes of all bodies that are read or wait for the inbox
 * @param connections for events; others wait until one of these ends
 * @param threads that work; requests do not keep one while they wait
 * @param queue steps of requests that wait for a thread
 * @param idle without a byte, after which a connection is closed
 * @param crowdedIdle the same while no further connection is taken
 * @param request from a request's first byte to its last
 * @param answer for the inbox; Virtuous gives up early, and tries again
 */
public record Limits(
    int headerBytes,
    int bodyBytes,
    int largeBytes,
    long bodiesInHand,
    int connections,
    int threads,
    int queue,
    Duration idle,
    Duration crowdedIdle,
    Duration request,
    Duration answer) {
  private static final int MEGABYTE = 1 << 20;

  /** What {@code docs/webhooks.md} names. */
  public static final Limits USUAL =
      new Limits(
          16 << 10,
          5 * MEGABYTE,
          MEGABYTE / 4,
          64L * MEGABYTE,
          200,
          16,
          1024,
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(15),
          Duration.ofSeconds(10));
}
