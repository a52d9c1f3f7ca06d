package io.github.tapvirtuous.standin.server;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.webhook.WebhookHabits;
import io.github.tapvirtuous.table.TableMap;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

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
        --skip-ms N        more of it for each thousand rows that a request skips
        --rate-limit N     requests an hour, 1000000 by default
        --gzip             zip replies for clients that can unzip
        --zone ID          the organization's, US/Arizona by default
        --undated N        each Nth row has no modified date; or gifts=10,contacts=20
        --misread WHAT     gifts=CREATE_DATE,contacts=REFUSED: how it takes conditions
        --keyless          Communication/Query shows neither key nor name
        --chaos SEED       random faults, deletes, inserts and changes
        --webhooks HOW     late=5,doubled=3,lost=7,batched=10,reversed: how subscribers are told
                           of changes; each fifth request is ten seconds late, and so on
        --truth FILE       gets the ids that a tap has to have delivered, at the end
      While it runs, beside /api/:
        POST /_control/VERB?table=gifts&count=10   changes rows; VERB is modify, insert, delete,
                           restore or archive
        GET /_truth        the ids that a tap has to have delivered; DELETE begins anew""";

  private static final Set<String> FLAGS = Set.of("gzip", "short", "keyless", "help");
  private static final Set<String> VALUES =
      Set.of(
          "port",
          "port-file",
          "config",
          "key",
          "rows",
          "seed",
          "latency-ms",
          "skip-ms",
          "zone",
          "undated",
          "misread",
          "rate-limit",
          "chaos",
          "webhooks",
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
            .zone(text("zone").orElse("US/Arizona"))
            .latency(Duration.ofMillis(number("latency-ms", 0)))
            .latencyPerThousandSkipped(Duration.ofMillis(number("skip-ms", 0)))
            .rateLimit(RateLimit.hourly(number("rate-limit", 1_000_000), Clock.systemUTC()));
    addTo(builder);
    return builder.build();
  }

  private void addTo(StandInBuilder builder) {
    perTable("rows", (table, count) -> addRows(builder, table, Integer.parseInt(count)));
    perTable("undated", (table, nth) -> builder.undated(table, Integer.parseInt(nth)));
    perTable("misread", (table, how) -> builder.misreads(table, misreading(how)));
    text("webhooks").ifPresent(how -> builder.webhooks(WebhookHabits.parse(how)));
    text("chaos").ifPresent(seed -> builder.chaos(Long.parseLong(seed)));
    if (has("gzip")) {
      builder.gzip();
    }
    if (has("keyless")) {
      builder.communicationsLackKey();
    }
  }

  private static Misreading misreading(String name) {
    return Arrays.stream(Misreading.values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--misread: one of " + Arrays.toString(Misreading.values())));
  }

  /** A value for some tables, or one for all that have pages. */
  private void perTable(String option, BiConsumer<String, String> each) {
    var value = text(option).orElse("");
    if (value.contains("=")) {
      for (var pair : List.of(value.split(",", -1))) {
        var parts = pair.split("=", 2);
        each.accept(parts[0], parts[1]);
      }
    } else if (!value.isEmpty()) {
      TableMap.all().stream()
          .filter(table -> !table.isValueArray())
          .forEach(table -> each.accept(table.name(), value));
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
