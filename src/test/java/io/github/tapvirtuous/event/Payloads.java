package io.github.tapvirtuous.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What Virtuous sends, and what is read of it. */
final class Payloads {
  static final Instant RECEIVED = Instant.parse("2026-03-01T02:00:00Z");
  static final Path FOLDER = Path.of("src/test/resources/webhooks");

  private Payloads() {}

  static Delivery read(String body) {
    try {
      return Delivery.read(body.getBytes(UTF_8), RECEIVED);
    } catch (UnreadableDeliveryException refused) {
      throw new AssertionError(refused);
    }
  }

  static Event only(String body) {
    var delivery = read(body);
    if (delivery.events().size() != 1 || delivery.unknown() > 0) {
      throw new AssertionError(delivery.toString());
    }
    return delivery.events().get(0);
  }

  static String sample(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  /** All samples that a receiver may be sent, batches and the documented shape among them. */
  static List<Path> samples() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.endsWith("signature_vectors.json"))
          .sorted()
          .toList();
    }
  }
}
