package io.github.tapvirtuous.standin.server;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.table.TableMap;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line of the sandbox: {@code --name value}, or {@code --name} alone. */
public final class SandboxOptions {
  static final String USAGE =
      """
      Serves a simulated Virtuous on loopback.
        --port N           0, the default, for any free one
        --port-file FILE   gets the port, once it listens
        --config FILE      gets a config for the tap, until the end
        --key KEY          the API key, demo-key by default
        --rows N           rows of each table that has pages; or gifts=1000,contacts=20
        --seed N           other rows for another number
        --short            rows like the shorter half of the recorded ones: gifts of 1.6 KB
        --latency-ms N     before each reply
        --rate-limit N     requests an hour, 1000000 by default
        --gzip             zip replies for clients that can unzip
        --chaos SEED       random faults, deletes and inserts
        --truth FILE       gets the ids that a tap has to have delivered, at the end""";

  private static final Set<String> FLAGS = Set.of("gzip", "short", "help");
  private static final Set<String> VALUES =
      Set.of(
          "port",
          "port-file",
          "config",
          "key",
          "rows",
          "seed",
          "latency-ms",
          "rate-limit",
          "chaos",
          "truth");

  private final Map<String, String> given;

  private SandboxOptions(Map<String, String> given) {
    this.given = given;
  }

  public static SandboxOptions parse(String... arguments) {
    var given = new HashMap<String, String>();
    for (var rest = List.of(arguments).iterator(); rest.hasNext(); ) {
      var name = rest.next().replaceFirst("^--", "");
      if (FLAGS.contains(name)) {
        given.put(name, "");
      } else if (VALUES.contains(name) && rest.hasNext()) {
        given.put(name, rest.next());
      } else {
        throw new IllegalArgumentException(
            "--" + name + " is unknown or lacks its value.\n" + USAGE);
      }
    }
    return new SandboxOptions(given);
  }

  boolean has(String name) {
    return given.containsKey(name);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name));
  }

  int number(String name, int otherwise) {
    return text(name).map(Integer::valueOf).orElse(otherwise);
  }

  String key() {
    return text("key").orElse("demo-key");
  }

  public StandIn standIn() {
    var builder =
        StandIn.builder()
            .keys(key())
            .forgetful()
            .latency(Duration.ofMillis(number("latency-ms", 0)))
            .rateLimit(RateLimit.hourly(number("rate-limit", 1_000_000), Clock.systemUTC()));
    text("rows").ifPresent(rows -> addRows(builder, rows));
    text("chaos").ifPresent(seed -> builder.chaos(Long.parseLong(seed)));
    return has("gzip") ? builder.gzip().build() : builder.build();
  }

  private void addRows(StandInBuilder builder, String rows) {
    if (!rows.contains("=")) {
      TableMap.all().stream()
          .filter(table -> !table.isValueArray())
          .forEach(table -> addRows(builder, table.name(), Integer.parseInt(rows)));
      return;
    }
    for (var pair : List.of(rows.split(",", -1))) {
      var parts = pair.split("=", 2);
      addRows(builder, parts[0], Integer.parseInt(parts[1]));
    }
  }

  private void addRows(StandInBuilder builder, String table, int count) {
    var seed = number("seed", 1);
    if (has("short")) {
      builder.shortRows(table, count, seed);
    } else {
      builder.rows(table, count, seed);
    }
  }
}
