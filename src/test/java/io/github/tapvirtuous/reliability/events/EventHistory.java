package io.github.tapvirtuous.reliability.events;

import io.github.tapvirtuous.config.ConfigReader;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.inbox.Inbox;
import io.github.tapvirtuous.report.Meters;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.sync.Extraction;
import io.github.tapvirtuous.sync.Extraction.Goal;
import io.github.tapvirtuous.sync.RunParts;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.virtuous.Unwired;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;

/** Some days of changes, events and runs, the same for the same seed. */
final class EventHistory {
  private static final List<Misreading> MISREADINGS =
      List.of(Misreading.KEYS_IGNORED, Misreading.REFUSED, Misreading.CONDITIONS_IGNORED);

  private final Random random;
  private final boolean hasPayloads;
  private final Inbox inbox;
  private final Donors donors;
  private final Warehouse warehouse = new Warehouse();

  /**
   * Nothing has happened so far.
   *
   * @param inbox an empty one
   */
  EventHistory(long seed, Inbox inbox) {
    this.random = new Random(seed);
    this.hasPayloads = seed % 4 == 3;
    this.inbox = inbox;
    this.donors = new Donors(random, virtuous(seed), !hasPayloads);
  }

  private StandInBuilder virtuous(long seed) {
    var builder = StandIn.builder();
    if (random.nextInt(3) == 0) {
      builder.maxTake(3 + random.nextInt(4));
    }
    return switch ((int) (seed / 4 % 5)) {
      case 0 -> builder.offers(Donors.STREAM, Offer.KEY_LISTS);
      case 1 -> builder.offers(Donors.STREAM, Offer.WITHOUT_KEY);
      case 2 -> builder.misreads(Donors.STREAM, MISREADINGS.get(random.nextInt(3)));
      default -> builder;
    };
  }

  /** Nothing that is there is missing, old, or was made up; each row's note, by its key. */
  void play() {
    run(false, Integer.MAX_VALUE); // the rows of before
    for (int day = 3 + random.nextInt(6); day > 0; day--) {
      donors.live();
      donors.tellSome(inbox);
      if (random.nextInt(12) == 0) {
        warehouse.loseStates(random);
      }
      run(random.nextInt(3) > 0, random.nextInt(4) == 0 ? random.nextInt(30) : Integer.MAX_VALUE);
    }
    donors.tellAll(inbox);
    donors.clock().step(Duration.ofMinutes(10)); // nothing is young any more
    run(true, Integer.MAX_VALUE);
    run(true, Integer.MAX_VALUE);
  }

  NavigableMap<Long, String> truth() {
    return donors.truth();
  }

  NavigableMap<Long, String> stored() {
    return warehouse.column(Donors.NOTE);
  }

  /** Whether the last run came to a good end. */
  boolean isDone() {
    return warehouse.isDone();
  }

  String state() {
    return warehouse.state();
  }

  private void run(boolean only, int messages) {
    var config = config(only);
    var report = new RunReport(donors.clock(), Meters.NONE);
    try (var threads = Unwired.threads()) {
      var client = Unwired.client(config, donors.standIn(), donors.clock());
      var parts = new RunParts(client, config, threads, donors.clock(), report);
      var target = warehouse.livingFor(messages);
      new Extraction(parts, Goal.ALL_ROWS, target, target, Optional.of(inbox))
          .discovered(List.of(TableMap.named(Donors.STREAM).orElseThrow()));
    } catch (OutputException killed) {
      donors.clock().step(Duration.ofSeconds(1));
    }
  }

  private TapConfig config(boolean only) {
    var environment =
        Map.of(
            "TAP_VIRTUOUS_API_KEY", "demo-key",
            "TAP_VIRTUOUS_AUTH_SCHEME", "basic",
            "TAP_VIRTUOUS_BASE_URL", "http://127.0.0.1/api/",
            "TAP_VIRTUOUS_PAGE_SIZE", "5",
            "TAP_VIRTUOUS_RETRY_LIMIT", "2",
            "TAP_VIRTUOUS_WEBHOOK_MODE", hasPayloads ? "payload" : "refetch",
            "TAP_VIRTUOUS_WEBHOOK_ONLY", Boolean.toString(only));
    return ConfigReader.read(List.of("ENV"), environment, ConfigReader.Needs.API_KEY, secret -> {});
  }
}
