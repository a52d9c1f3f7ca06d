package io.github.tapvirtuous.standin;

import io.github.tapvirtuous.standin.access.Credentials;
import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.access.SeenRequest;
import io.github.tapvirtuous.standin.access.Traffic;
import io.github.tapvirtuous.standin.faults.Changeable;
import io.github.tapvirtuous.standin.faults.Fault;
import io.github.tapvirtuous.standin.faults.Schedule;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.http.StandInRequest;
import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.query.QueryReader;
import io.github.tapvirtuous.standin.rows.TableRows;
import io.github.tapvirtuous.standin.webhook.WebhookSender;
import io.github.tapvirtuous.standin.webhook.WebhookTraffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** A simulated Virtuous: turns a request into a reply, and lets its data be changed meanwhile. */
public final class StandIn implements Changeable {
  private final StandInBuilder settings;
  private final Map<String, TableRows> rows;
  private final Webhooks webhooks = new Webhooks();
  private final WebhookSender sender;
  private final QueryReader reader;
  private final Routes routes;
  private final Traffic traffic;
  private final RateLimit rateLimit;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Credentials credentials;
  private volatile Schedule schedule;

  StandIn(StandInBuilder settings) {
    this.settings = settings;
    this.rows = settings.tables();
    this.reader = settings.reader();
    this.routes =
        new Routes(
            rows,
            reader,
            settings.searchHabits(),
            settings.communications(rows),
            settings.singleRows(rows),
            webhooks);
    this.sender = settings.sender(webhooks::subscribers);
    rows.values().forEach(each -> each.watch(sender));
    this.rateLimit = settings.rateLimit().fresh();
    this.traffic = new Traffic(settings.remembers());
    this.credentials = settings.credentials();
    this.schedule = settings.schedule();
  }

  /** Serves the recorded rows of all tables to the key {@code demo-key}, until told otherwise. */
  public static StandInBuilder builder() {
    return new StandInBuilder();
  }

  /** Answers at once; what is to be delivered late says so in the reply. */
  public StandInReply answer(StandInRequest request) {
    var table = Routes.table(request.path()).map(found -> found.name()).orElse(request.path());
    var faults = schedule.at(traffic.next(table, request.skip()), table);
    faults.forEach(fault -> fault.onStandIn().accept(this));
    var verdict = rateLimit.count();
    var reply =
        verdict
            .refusal()
            .or(() -> credentials.refusal(request, table))
            .orElseGet(() -> routes.answer(request, faults))
            .withDefaults(verdict.headers());
    var sent = disturbed(settings.sending().finished(request, reply), faults);
    traffic.remember(SeenRequest.of(request, table, sent.status()));
    return sent;
  }

  private static StandInReply disturbed(StandInReply reply, List<Fault> faults) {
    var disturbed = reply;
    for (var fault : faults) {
      disturbed = fault.onReply().apply(disturbed);
    }
    return disturbed;
  }

  /** Answers when it is time to; what comes after the first byte is left to the server. */
  public StandInReply answerInTime(StandInRequest request) {
    traffic.enter();
    try {
      var reply = answer(request);
      pause(reply.delivery().delay().toMillis());
      return reply;
    } finally {
      traffic.leave();
    }
  }

  /** Rests, but not beyond {@link #close()}. */
  public void pause(long millis) {
    if (millis <= 0) {
      return;
    }
    try {
      var unused = closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all pauses: nobody waits for these replies any more. And tells nobody of changes. */
  public void close() {
    closed.countDown();
    sender.close();
  }

  public List<SeenRequest> requests() {
    return traffic.seen();
  }

  /** Of a table by its name, or of any other path. */
  public List<SeenRequest> requests(String table) {
    return traffic.seen().stream().filter(seen -> seen.table().equals(table)).toList();
  }

  public int requestCount() {
    return traffic.count();
  }

  public int requestCount(String table) {
    return traffic.count(table);
  }

  /** The most requests that waited for their replies at the same time. */
  public int maxInFlight() {
    return traffic.maxInFlight();
  }

  public Collection<ObjectNode> webhooks() {
    return webhooks.all().values();
  }

  /** What became of the requests that tell subscribers of changes. */
  public WebhookTraffic webhookTraffic() {
    return sender.traffic();
  }

  @Override
  public boolean delete(String table, long id) {
    return rows(table).delete(id);
  }

  @Override
  public boolean restore(String table, long id) {
    return rows(table).restore(id);
  }

  @Override
  public void insert(String table, String row) {
    rows(table).insert(row);
  }

  public void insert(String table, ObjectNode row) {
    insert(table, row.toString());
  }

  /** Inserts a row as a user of Virtuous would: created and modified now. */
  public void create(String table, String row) {
    rows(table).create(row);
  }

  /** Changes a row as a user of Virtuous would: modified now, with something for all to see. */
  @Override
  public boolean modify(String table, long id) {
    return rows(table).modify(id);
  }

  /** Other ones each time; says which. */
  @Override
  public List<Long> modifySome(String table, int count) {
    return rows(table).modifySome(count);
  }

  /** Changes a row's JSON and nothing else: its modified date neither. */
  public boolean change(String table, long id, Consumer<ObjectNode> change) {
    return rows(table).change(id, change);
  }

  /** How it takes conditions on a table from now on. */
  public void misreads(String table, Misreading... how) {
    reader.understanding().misread(table, Set.of(how));
  }

  /** From now on only queries with {@code includeArchived} see it. */
  public boolean archive(String table, long id) {
    return rows(table).archive(id);
  }

  public List<Long> ids(String table) {
    return rows(table).ids();
  }

  public int size(String table) {
    return rows(table).now().size();
  }

  /** The JSON of all rows as they are served. */
  public List<String> texts(String table) {
    return rows(table).texts();
  }

  /** The row's JSON as it is served. */
  public Optional<String> row(String table, long id) {
    return rows(table).text(id);
  }

  @Override
  public void revokeKeys() {
    credentials = new Credentials(Set.of(), Set.of(), Set.of());
  }

  /** The faults from now on, instead of those planned; numbers go on from where they are. */
  public void plan(When when, Fault... faults) {
    var plan = new ArrayList<Schedule.Planned>();
    for (var fault : faults) {
      plan.add(new Schedule.Planned(when, fault));
    }
    schedule = Schedule.of(plan);
  }

  @Override
  public void insertLikeAnother(String table) {
    rows(table).insertLikeAnother();
  }

  @Override
  public void restoreAny(String table) {
    rows(table).restoreAny();
  }

  @Override
  public void deleteSome(String table, double place) {
    rows(table).deleteSome(place);
  }

  public Map<String, TableRows> tables() {
    return rows;
  }

  TableRows rows(String table) {
    return Optional.ofNullable(rows.get(table)).orElseThrow();
  }
}
