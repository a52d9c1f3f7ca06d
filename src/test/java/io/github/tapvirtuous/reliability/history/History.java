package io.github.tapvirtuous.reliability.history;

import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.report.Meters;
import io.github.tapvirtuous.report.RunReport;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.sync.Extraction;
import io.github.tapvirtuous.sync.Extraction.Goal;
import io.github.tapvirtuous.sync.RunParts;
import io.github.tapvirtuous.virtuous.FetchThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The runs of some weeks, the same for the same seed. */
final class History {
  private final Random random;
  private final Wiring wiring;
  private final Account account;
  private final Store store = new Store();
  private final Promises promises;
  private final Clock clock;
  private final Figures figures;
  private final Wishes wishes;
  private final boolean keysCanBeAskedFor;
  private final boolean startsAmiss;
  private Set<Misreading> begunLater = Set.of();
  private String lost = "";

  History(long seed, Wiring.Maker maker, Figures figures) {
    random = new Random(seed);
    var offers = offers(seed);
    var misreadings = Misreadings.of(seed);
    startsAmiss = !misreadings.isEmpty();
    account = new Account(random, offers, misreadings);
    clock = Clock.offset(account.clock(), Duration.ofHours(hoursApart()));
    promises = new Promises(account, store);
    wiring = maker.to(account.standIn());
    wishes = new Wishes(random, account.tables());
    keysCanBeAskedFor = !offers.contains(Offer.WITHOUT_KEY);
    this.figures = figures;
  }

  /** What was lost, and in which run; {@code ""} if nothing was. */
  String play() {
    try (wiring) {
      for (int run = 4 + random.nextInt(5); run > 0 && lost.isEmpty(); run--) {
        account.live();
        wishes.vary();
        misreadAnew();
        run(random.nextInt(5) == 0 ? random.nextInt(40) : Integer.MAX_VALUE);
      }
      return lost.isEmpty() ? readWholeAtLast() : lost;
    }
  }

  /** Every other history begins with a server that understands, and may change its mind. */
  private void misreadAnew() {
    if (!startsAmiss && random.nextInt(4) == 0) {
      begunLater = random.nextBoolean() ? Misreadings.some(random) : Set.of();
      misread();
    }
  }

  private void misread() {
    var how = begunLater.toArray(Misreading[]::new);
    account.tables().forEach(table -> account.standIn().misreads(table, how));
  }

  private void run(int messages) {
    var risky = risky();
    promises.begin(clock.instant(), wishes.since());
    figures.begins(store, wishes.tables());
    try (var threads = wiring.threads(wishes.config(wiring.baseUri()))) {
      extract(threads, store.livingFor(messages));
    } catch (OutputException killed) {
      figures.killed();
    }
    figures.ended(store, wishes.tables());
    lost = String.join("\n", promises.broken(wishes.tables(), risky));
  }

  private void extract(FetchThreads threads, Store target) {
    var config = wishes.config(wiring.baseUri());
    var report = new RunReport(clock, Meters.NONE);
    var parts = new RunParts(wiring.client(config, clock), config, threads, clock, report);
    wishes.read(new Extraction(parts, Goal.ALL_ROWS, target, target, Optional.empty()));
  }

  /** Streams that may be misread without a sign, as long as nobody proves anew. */
  private Set<String> risky() {
    var isUnseen = Misreadings.mayBeUnseen(begunLater, keysCanBeAskedFor);
    return wishes.tables().stream()
        .filter(table -> isUnseen || (!begunLater.isEmpty() && store.isInterrupted(table)))
        .collect(Collectors.toSet());
  }

  /** Some runs finish what was interrupted, and the next one reads all. */
  private String readWholeAtLast() {
    account.rest();
    begunLater = Set.of();
    if (!startsAmiss) {
      misread();
    }
    wishes.all();
    var isInterrupted = account.tables().stream().anyMatch(store::isInterrupted);
    run(Integer.MAX_VALUE);
    if (isInterrupted) {
      run(Integer.MAX_VALUE);
    }
    if (wishes.wantVersions() && !account.tables().stream().allMatch(this::isSuperseded)) {
      run(Integer.MAX_VALUE);
    }
    return lost.isEmpty() ? String.join("\n", promises.brokenAtLast(wishes.wantVersions())) : lost;
  }

  /** Where most rows are gone, two whole reads have to agree. */
  private boolean isSuperseded(String stream) {
    return store.taken(stream).isPresent();
  }

  /** The tap's clock and the server's; most of them agree. */
  private int hoursApart() {
    return random.nextInt(4) == 0 ? random.nextInt(97) - 48 : 0;
  }

  /** All in turn, and every other time what was recorded. */
  private static Set<Offer> offers(long seed) {
    var all = Offer.values();
    var place = (int) (seed / 3 % (2L * all.length));
    return place >= all.length ? Set.of() : EnumSet.of(all[place]);
  }
}
