package io.github.tapvirtuous.standin;

import io.github.tapvirtuous.standin.access.Credentials;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.faults.Chaos;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Schedule;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.http.Sending;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.standin.query.QueryReader;
import io.github.tapvirtuous.standin.query.Understanding;
import io.github.tapvirtuous.standin.rows.Row;
import io.github.tapvirtuous.standin.rows.RowFacts;
import io.github.tapvirtuous.standin.rows.RowGenerator;
import io.github.tapvirtuous.standin.rows.RowSnapshot;
import io.github.tapvirtuous.standin.rows.TableRows;
import io.github.tapvirtuous.standin.webhook.Subscriber;
import io.github.tapvirtuous.standin.webhook.WebhookHabits;
import io.github.tapvirtuous.standin.webhook.WebhookSender;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what a {@link StandIn} serves, to whom, and what goes wrong. */
public final class StandInBuilder {
  private final Map<String, RowSnapshot> given = new HashMap<>();
  private final List<Schedule.Planned> plan = new ArrayList<>();
  private final Map<String, Set<Offer>> offers = new HashMap<>();
  private final Map<String, Set<Misreading>> misreadings = new HashMap<>();
  private final Map<String, Integer> undated = new HashMap<>();
  private Set<String> keys = Set.of("demo-key");
  private Set<String> schemes = Set.of("Basic", "Bearer");
  private Set<String> forbidden = Set.of();
  private int maxTake = 1000;
  private boolean refusesQueryBody;
  private boolean ignoresPaging;
  private boolean gzip;
  private boolean remembers = true;
  private boolean communicationsLackKey;
  private boolean lacksSingleRows;
  private Duration latency = Duration.ZERO;
  private Duration perThousandSkipped = Duration.ZERO;
  private ZoneId zone = ZoneId.of("US/Arizona");
  private WebhookHabits webhookHabits = WebhookHabits.GOOD;
  private Optional<Clock> clock = Optional.empty();
  private Optional<RateLimit> rateLimit = Optional.empty();
  private Optional<Schedule> otherSchedule = Optional.empty();

  StandInBuilder() {}

  public StandIn build() {
    return new StandIn(this);
  }

  /** So many made-up rows, the same for the same seed. */
  public StandInBuilder rows(String table, int count, long seed) {
    var owner = named(table);
    given.put(table, new RowGenerator(owner, Samples.rows(owner), seed).rows(count));
    return this;
  }

  /** So many made-up rows, like the shorter half of the recorded ones: gifts of 1.6 KB. */
  public StandInBuilder shortRows(String table, int count, long seed) {
    var owner = named(table);
    given.put(table, new RowGenerator(owner, Samples.shorterRows(owner), seed).rows(count));
    return this;
  }

  /** So many made-up rows for each table. */
  public StandInBuilder allRows(int count, long seed) {
    TableMap.names().forEach(table -> rows(table, count, seed));
    return this;
  }

  public StandInBuilder rows(String table, List<ObjectNode> rows) {
    return rows(table, rows.stream().map(JsonNode::toString).toArray(String[]::new));
  }

  /** These rows, byte for byte; sorted by key only if each has a whole number as its key. */
  public StandInBuilder rows(String table, String... json) {
    var owner = named(table);
    var rows =
        Arrays.stream(json).map(text -> Row.verbatim(text, RowFacts.of(text, owner))).toList();
    given.put(table, RowSnapshot.of(rows));
    return this;
  }

  public StandInBuilder ids(String table, Collection<Long> ids) {
    return ids(table, ids.stream().mapToLong(Long::longValue).toArray());
  }

  /** Rows that consist of these ids alone. */
  public StandInBuilder ids(String table, long... ids) {
    var key = named(table).key();
    return rows(
        table,
        Arrays.stream(ids).mapToObj(id -> "{\"" + key + "\":" + id + "}").toArray(String[]::new));
  }

  public StandInBuilder empty(String... tables) {
    Arrays.stream(tables).forEach(table -> rows(table, new String[0]));
    return this;
  }

  /** Accepts these keys instead of {@code demo-key}. */
  public StandInBuilder keys(String... accepted) {
    keys = Set.of(accepted);
    return this;
  }

  /** Accepts these words before the key: by default {@code Basic} and {@code Bearer}. */
  public StandInBuilder schemes(String... accepted) {
    schemes = Set.of(accepted);
    return this;
  }

  /** Answers 403 for these tables. */
  public StandInBuilder forbid(String... tables) {
    forbidden = Set.of(tables);
    return this;
  }

  public StandInBuilder maxTake(int most) {
    maxTake = most;
    return this;
  }

  /** {@code Segment/Search} answers 400 unless the body is {@code {"search":""}} alone. */
  public StandInBuilder searchRefusesQueryBody() {
    refusesQueryBody = true;
    return this;
  }

  /** {@code Segment/Search} always answers with all rows. */
  public StandInBuilder searchIgnoresPaging() {
    ignoresPaging = true;
    return this;
  }

  /** Zips replies for clients that say they can unzip. */
  public StandInBuilder gzip() {
    gzip = true;
    return this;
  }

  public StandInBuilder latency(Duration delay) {
    latency = delay;
    return this;
  }

  /** A page takes so much longer for each thousand rows before it. */
  public StandInBuilder latencyPerThousandSkipped(Duration delay) {
    perThousandSkipped = delay;
    return this;
  }

  /** The organization's zone, in which days are compared: US/Arizona unless told otherwise. */
  public StandInBuilder zone(String id) {
    zone = ZoneId.of(id);
    return this;
  }

  /** How it takes conditions on a table; {@link StandIn#misreads} changes its mind. */
  public StandInBuilder misreads(String table, Misreading... how) {
    misreadings.put(named(table).name(), Set.of(how));
    return this;
  }

  /** How its {@code QueryOptions} differ from the recorded ones. */
  public StandInBuilder offers(String table, Offer... how) {
    offers.put(named(table).name(), Set.of(how));
    return this;
  }

  /** Each nth row lacks its modified date. */
  public StandInBuilder undated(String table, int nth) {
    undated.put(named(table).name(), nth);
    return this;
  }

  /** {@code Communication/Query} shows neither key nor name. */
  public StandInBuilder communicationsLackKey() {
    communicationsLackKey = true;
    return this;
  }

  /** Rows cannot be asked for by their keys in the path. */
  public StandInBuilder lacksSingleRows() {
    lacksSingleRows = true;
    return this;
  }

  /** How it tells subscribers of changes: one by one and at once, unless told otherwise. */
  public StandInBuilder webhooks(WebhookHabits habits) {
    webhookHabits = habits;
    return this;
  }

  /** What {@code Date} says and changes note; unless told otherwise that of the rate limit. */
  public StandInBuilder clock(Clock own) {
    clock = Optional.of(own);
    return this;
  }

  /** Keeps counters but no requests: for many requests. */
  public StandInBuilder forgetful() {
    remembers = false;
    return this;
  }

  /** 5,000 an hour unless told otherwise; its clock is also the {@code Date}. */
  public StandInBuilder rateLimit(RateLimit limit) {
    rateLimit = Optional.of(limit);
    return this;
  }

  public StandInBuilder fault(When when, Fault fault) {
    plan.add(new Schedule.Planned(when, fault));
    return this;
  }

  /**
   * Random faults, deletes, inserts and changes instead of all faults, the same for the same seed.
   */
  public StandInBuilder chaos(long seed) {
    return schedule(new Chaos(seed));
  }

  /** Instead of all faults. */
  StandInBuilder schedule(Schedule schedule) {
    otherSchedule = Optional.of(schedule);
    return this;
  }

  Map<String, TableRows> tables() {
    var tables = new LinkedHashMap<String, TableRows>();
    for (var table : TableMap.all()) {
      var rows = given.computeIfAbsent(table.name(), name -> samples(table));
      tables.put(table.name(), new TableRows(table, rows, clock()));
    }
    undated.forEach((table, nth) -> Objects.requireNonNull(tables.get(table)).undate(nth));
    return tables;
  }

  private Clock clock() {
    return clock.orElseGet(() -> rateLimit().clock());
  }

  private static RowSnapshot samples(Table table) {
    var texts = Samples.rows(table).stream().map(JsonNode::toString);
    return RowSnapshot.of(texts.map(text -> Row.verbatim(text, RowFacts.of(text, table))).toList());
  }

  QueryReader reader() {
    var understanding = new Understanding(zone, offers);
    misreadings.forEach(understanding::misread);
    return new QueryReader(maxTake, understanding);
  }

  WebhookSender sender(Supplier<List<Subscriber>> subscribers) {
    return new WebhookSender(webhookHabits, subscribers, clock());
  }

  Communications communications(Map<String, TableRows> tables) {
    var rows = Objects.requireNonNull(tables.get(Communications.TABLE));
    var campaigns = Objects.requireNonNull(tables.get("campaigns"));
    rows.joinCampaigns(campaigns);
    return new Communications(rows, campaigns, communicationsLackKey);
  }

  SingleRows singleRows(Map<String, TableRows> tables) {
    return new SingleRows(tables, !lacksSingleRows);
  }

  Routes.SearchHabits searchHabits() {
    return new Routes.SearchHabits(refusesQueryBody, ignoresPaging);
  }

  Credentials credentials() {
    return new Credentials(keys, schemes, forbidden);
  }

  RateLimit rateLimit() {
    return rateLimit.orElseGet(() -> RateLimit.hourly(5000, clock.orElseGet(Clock::systemUTC)));
  }

  boolean remembers() {
    return remembers;
  }

  Schedule schedule() {
    return otherSchedule.orElseGet(() -> Schedule.of(plan));
  }

  Sending sending() {
    return new Sending(gzip, latency, perThousandSkipped, clock());
  }

  private static Table named(String table) {
    return TableMap.named(table)
        .orElseThrow(() -> new IllegalArgumentException("There is no table " + table + "."));
  }
}
