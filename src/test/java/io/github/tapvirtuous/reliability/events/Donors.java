package io.github.tapvirtuous.reliability.events;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A simulated Virtuous whose gifts come, change and go. It tells of each change at least once, when
 * and as often as it likes; of a new row, or one that is gone, perhaps before its own API knows.
 */
final class Donors {
  static final String STREAM = "gifts";
  static final String NOTE = "batch";
  private static final Table GIFTS = TableMap.named(STREAM).orElseThrow();
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

  private final Random random;
  private final SteppingClock clock = new SteppingClock(START);
  private final StandIn standIn;
  private final List<Event> untold = new ArrayList<>();
  private final List<Event> told = new ArrayList<>();
  private final List<Runnable> unknownYet = new ArrayList<>();
  private final NavigableMap<Long, String> truth = new TreeMap<>();
  private final List<Long> gone = new ArrayList<>();
  private final boolean comeBack;
  private long newest = 100;
  private int changes;
  private int events;

  /**
   * Some rows are there, of which nothing is told.
   *
   * @param comeBack whether rows that are gone may come back under their keys
   */
  Donors(Random random, StandInBuilder builder, boolean comeBack) {
    this.random = random;
    this.comeBack = comeBack;
    this.standIn = builder.clock(clock).forgetful().empty(STREAM).build();
    for (int row = 0; row < 12; row++) {
      create();
    }
    know();
    untold.clear();
  }

  StandIn standIn() {
    return standIn;
  }

  SteppingClock clock() {
    return clock;
  }

  /** What is there now: the note of each row by its key. */
  NavigableMap<Long, String> truth() {
    return truth;
  }

  /** Some hours or minutes pass, on which people work. */
  void live() {
    know();
    for (int change = random.nextInt(8); change > 0; change--) {
      clock.step(Duration.ofSeconds(20L + random.nextInt(random.nextBoolean() ? 120 : 9_000)));
      change();
    }
  }

  /** The API knows all by now. */
  private void know() {
    unknownYet.forEach(Runnable::run);
    unknownYet.clear();
  }

  /** The API lags behind by less than what passes until the next change. */
  private void change() {
    know();
    var choice = random.nextInt(10);
    var keys = List.copyOf(truth.keySet());
    if (choice < 2 || keys.size() < 3) {
      create();
    } else if (choice < 4) {
      delete(keys.get(random.nextInt(keys.size())));
    } else if (choice == 4 && comeBack && !gone.isEmpty()) {
      bringBack(gone.remove(random.nextInt(gone.size())));
    } else {
      modify(keys.get(random.nextInt(keys.size())));
    }
  }

  private void create() {
    bringBack(++newest);
  }

  private void bringBack(long key) {
    var row = row(key);
    later(() -> standIn.insert(STREAM, row));
    tell(key, Kind.CREATE, row);
    truth.put(key, note());
  }

  private void delete(long key) {
    later(() -> standIn.delete(STREAM, key));
    truth.remove(key);
    gone.add(key);
    tell(key, Kind.DELETE, JsonNodeFactory.instance.objectNode().put("id", key));
  }

  private void modify(long key) {
    var row = row(key);
    standIn.change(STREAM, key, known -> known.setAll(row));
    tell(key, Kind.UPDATE, row);
    truth.put(key, note());
  }

  private void later(Runnable change) {
    if (random.nextInt(3) == 0) {
      unknownYet.add(change);
    } else {
      change.run();
    }
  }

  private String note() {
    return "Change " + changes;
  }

  private ObjectNode row(long key) {
    changes++;
    var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", key)
        .put("createDateTimeUtc", "2020-01-01T00:00:00")
        .put("modifiedDateTimeUtc", now)
        .put(NOTE, note());
  }

  private void tell(long key, Kind kind, ObjectNode record) {
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var id = random.nextInt(4) == 0 ? Optional.<String>empty() : Optional.of("event" + ++events);
    untold.add(new Event(GIFTS, key, kind, at, id, 0, record.toString()));
  }

  /** Some events reach the inbox: late ones and doubled ones among them, in any order. */
  void tellSome(Inbox inbox) {
    var some = new ArrayList<Event>();
    untold.stream().filter(each -> random.nextInt(4) > 0).forEach(some::add);
    untold.removeAll(some);
    told.addAll(some);
    if (!told.isEmpty() && random.nextInt(3) == 0) {
      some.add(told.get(random.nextInt(told.size())));
    }
    Collections.shuffle(some, random);
    if (!some.isEmpty()) {
      inbox.store(some, clock.instant()).join();
    }
  }

  /** All that is left to tell. */
  void tellAll(Inbox inbox) {
    know();
    if (!untold.isEmpty()) {
      inbox.store(untold, clock.instant()).join();
      untold.clear();
    }
  }
}
