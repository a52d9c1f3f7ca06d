package io.github.tapvirtuous.reliability.history;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.query.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;

/** A simulated Virtuous whose rows come, go and change, and who remembers what they say. */
final class Account {
  private static final List<String> DATED = List.of("pledges", "volunteers");

  /** With one whose rows tell no dates. */
  private static final List<String> MORE = List.of("pledges", "volunteers", "segments");

  private static final List<String> ZONES =
      List.of("US/Arizona", "Pacific/Auckland", "Etc/UTC", "Etc/GMT+12", "Etc/GMT-14");
  static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  static final int OLDEST_DAYS = 500;

  private final Random random;
  private final List<String> tables;
  private final SteppingClock clock = new SteppingClock(START);
  private final StandIn standIn;
  private final Map<String, NavigableMap<Long, Content>> truth = new TreeMap<>();
  private final Map<String, Set<Long>> ever = new TreeMap<>();
  private final boolean hasUndated;
  private long number;
  private long newestKey = 100;
  private int changesToCome;
  private boolean hasRareField;

  Account(Random random, Set<Offer> offers, Set<Misreading> misreadings) {
    this.random = random;
    this.tables = random.nextInt(8) == 0 ? MORE : DATED;
    this.hasUndated = random.nextInt(3) == 0;
    this.hasRareField = random.nextBoolean();
    var builder = StandIn.builder().clock(clock).forgetful();
    builder.zone(ZONES.get(random.nextInt(ZONES.size())));
    for (var table : tables) {
      builder.empty(table).offers(table, offers.toArray(Offer[]::new));
      builder.misreads(table, misreadings.toArray(Misreading[]::new));
      truth.put(table, new TreeMap<>());
    }
    standIn = builder.build();
    tables.forEach(this::fill);
    standIn.plan(When.always(), Fault.onStandIn("moves", any -> moveOn()));
  }

  private void fill(String table) {
    for (int row = 10 + random.nextInt(16); row > 0; row--) {
      var created = START.minus(Duration.ofHours(random.nextInt(OLDEST_DAYS * 24)));
      var age = (int) Duration.between(created, START).toHours();
      var modified = created.plus(Duration.ofHours(random.nextInt(age + 1)));
      add(table, new Content(created, dated(modified), ++number, rare(8), ++number));
    }
  }

  private Optional<Instant> dated(Instant time) {
    return hasUndated && random.nextInt(10) == 0 ? Optional.empty() : Optional.of(time);
  }

  private long rare(int oneOf) {
    return hasRareField && random.nextInt(oneOf) == 0 ? ++number : 0;
  }

  private void add(String table, Content content) {
    newestKey += 1 + random.nextInt(3);
    var json = JsonNodeFactory.instance.objectNode().put("id", newestKey);
    content.write(json);
    standIn.insert(table, json);
    rows(table).put(newestKey, content);
    ever(table).add(newestKey);
  }

  List<String> tables() {
    return tables;
  }

  StandIn standIn() {
    return standIn;
  }

  /** The server's. */
  SteppingClock clock() {
    return clock;
  }

  /** Some days pass, on which people work. */
  synchronized void live() {
    var days = random.nextInt(12) == 0 ? 4 + random.nextInt(8) : random.nextInt(3);
    for (int change = random.nextInt(10); change > 0; change--) {
      clock.step(Duration.ofMinutes(days * 24L * 60 / 10));
      change();
    }
    clock.step(Duration.ofHours(1 + random.nextInt(20)));
    hasRareField |= random.nextInt(4) == 0;
    changesToCome = random.nextBoolean() ? random.nextInt(8) : 0;
  }

  /** With each request, time passes, and somebody may be at work. */
  private synchronized void moveOn() {
    clock.step(Duration.ofMillis(random.nextInt(20_000)));
    if (changesToCome > 0 && random.nextInt(3) == 0) {
      changesToCome--;
      change();
    }
  }

  /** Nobody works any more. */
  synchronized void rest() {
    changesToCome = 0;
  }

  private void change() {
    var table = tables.get(random.nextInt(tables.size()));
    var keys = new ArrayList<>(rows(table).keySet());
    var choice = random.nextInt(10);
    if (choice < 2 || keys.size() < 2) {
      var now = clock.instant();
      add(table, new Content(now, dated(now), ++number, rare(3), ++number));
      return;
    }
    var key = keys.get(random.nextInt(keys.size()));
    if (choice < 4) {
      standIn.delete(table, key);
      rows(table).remove(key);
    } else {
      put(table, key, changed(row(table, key), choice));
    }
  }

  private Content changed(Content before, int choice) {
    return choice == 4
        ? before.computed(++number)
        : before.modified(clock.instant(), ++number, rare(3) > 0);
  }

  /** Every row that comes has a higher one. */
  synchronized long newestKey() {
    return newestKey;
  }

  private void put(String table, long key, Content content) {
    rows(table).put(key, content);
    standIn.change(table, key, content::write);
  }

  private Content row(String table, long key) {
    return Optional.ofNullable(rows(table).get(key)).orElseThrow();
  }

  private NavigableMap<Long, Content> rows(String table) {
    return Optional.ofNullable(truth.get(table)).orElseThrow();
  }

  /** Keys of all rows that were there at any time. */
  Set<Long> ever(String table) {
    return ever.computeIfAbsent(table, none -> new HashSet<>());
  }

  /** What is there now. */
  synchronized NavigableMap<Long, Content> truth(String table) {
    return new TreeMap<>(rows(table));
  }
}
