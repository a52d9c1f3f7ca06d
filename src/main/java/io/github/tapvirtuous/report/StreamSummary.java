package io.github.tapvirtuous.report;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What happened to one stream: for programs, and for those who put it into words.
 *
 * @param reason why it ended so; {@code ""} where nothing is to be said
 * @param reading how it was read, in words; {@code ""} where it was not, or goes without saying
 * @param reached the rows that its scan has sent, those of earlier runs included
 * @param total the rows that the source says it has of what was asked for
 * @param dropped by field, how many rows had it, which the schema lacks
 * @param mismatched by column, how many values it could not hold
 * @param notes anything else worth a number
 * @param events empty where there is no inbox
 */
public record StreamSummary(
    String name,
    Outcome outcome,
    String reason,
    String reading,
    long reached,
    OptionalLong total,
    Figures figures,
    Map<String, Long> dropped,
    Map<String, Long> mismatched,
    Map<String, Long> notes,
    Optional<EventCounts> events,
    Duration elapsed) {
  /** Values that no column could hold, in all columns. */
  long nulledValues() {
    return mismatched.values().stream().mapToLong(Long::longValue).sum();
  }
}
