package io.github.tapvirtuous.standin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.http.Samples;
import io.github.tapvirtuous.standin.rows.RowGenerator;
import io.github.tapvirtuous.standin.rows.TableRows;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class WebhookSenderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.5Z");
  private static final Duration NO_TIME = Duration.ZERO;

  private final Diary diary = new Diary();
  private final List<Subscriber> subscribers = new ArrayList<>();
  private final List<Letter> delivered = new ArrayList<>();
  private int status = 200;

  private static Subscriber subscriber(String... events) {
    return new Subscriber("http://127.0.0.1/hooks", "s3cret", Set.of(events));
  }

  private static Table named(String name) {
    return TableMap.named(name).orElseThrow();
  }

  private TableRows rows(WebhookSender sender, String name) {
    var rows = new RowGenerator(named(name), Samples.rows(named(name)), 7).rows(20);
    var table = new TableRows(named(name), rows, Clock.fixed(NOW, ZoneOffset.UTC));
    table.watch(sender);
    return table;
  }

  private TableRows gifts(WebhookHabits habits) {
    return rows(sender(habits), "gifts");
  }

  private WebhookSender sender(WebhookHabits habits) {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new WebhookSender(habits, () -> subscribers, clock, diary, this::deliver);
  }

  private int deliver(Letter letter) {
    delivered.add(letter);
    return status;
  }

  private static JsonNode body(Letter letter) {
    return JsonMapper.shared().readTree(letter.body());
  }

  private static List<Long> keys(Letter letter) {
    return letter.notices().stream().map(notice -> notice.change().key()).toList();
  }

  private List<Long> deliveredKeys() {
    return delivered.stream().flatMap(letter -> keys(letter).stream()).toList();
  }

  @Test
  void nobody_is_told_where_nobody_has_subscribed() {
    gifts(WebhookHabits.GOOD).modifySome(3);

    assertThat(diary.delays()).isEmpty();
  }

  @Test
  void tells_of_what_its_switch_is_on_for() {
    subscribers.add(subscriber("giftCreate", "giftDelete"));
    var gifts = gifts(WebhookHabits.GOOD);

    gifts.insertLikeAnother();
    gifts.modify(7001);
    gifts.delete(7001);
    diary.pass(NO_TIME);

    assertThat(delivered)
        .extracting(letter -> body(letter).path("event").asString())
        .containsExactly("GiftCreate", "GiftDelete");
  }

  @Test
  void tells_each_subscriber() {
    subscribers.add(subscriber("giftUpdate"));
    subscribers.add(subscriber("contactUpdate"));
    subscribers.add(subscriber("giftUpdate", "contactUpdate"));

    gifts(WebhookHabits.GOOD).modify(7001);
    diary.pass(NO_TIME);

    assertThat(delivered)
        .extracting(Letter::to)
        .containsExactly(subscribers.get(0), subscribers.get(2));
  }

  @Test
  void what_comes_back_is_told_as_new_and_then_as_changed() {
    subscribers.add(subscriber("giftCreate", "giftUpdate"));
    var gifts = gifts(WebhookHabits.GOOD);
    gifts.delete(7001);

    gifts.restoreAny();
    diary.pass(NO_TIME);

    assertThat(delivered)
        .extracting(letter -> body(letter).path("event").asString())
        .containsExactly("GiftCreate", "GiftUpdate");
  }

  @Test
  void an_archived_contact_is_told_as_changed() {
    subscribers.add(subscriber("contactUpdate"));
    var contacts = rows(sender(WebhookHabits.GOOD), "contacts");

    contacts.archive(1001);
    contacts.delete(1001);
    diary.pass(NO_TIME);

    assertThat(delivered).hasSize(1);
    assertThat(body(delivered.get(0)).path("contact").path("isArchived").asBoolean()).isTrue();
  }

  @Test
  void what_nobody_did_is_not_told() {
    subscribers.add(subscriber("giftUpdate"));

    gifts(WebhookHabits.GOOD).change(7001, row -> row.put("notes", "A total, computed anew"));

    assertThat(diary.delays()).isEmpty();
  }

  @Test
  void what_changes_at_once_may_come_in_batches_or_in_reverse() {
    subscribers.add(subscriber("giftUpdate"));

    var changed = gifts(WebhookHabits.GOOD.batched(3).inReverse()).modifySome(8);
    diary.pass(NO_TIME);

    assertThat(delivered)
        .extracting(WebhookSenderTest::keys)
        .containsExactly(changed.subList(6, 8), changed.subList(3, 6), changed.subList(0, 3));
    assertThat(body(delivered.get(0)).path("models").size()).isEqualTo(2);
  }

  @Test
  void some_requests_may_be_lost_or_doubled() {
    subscribers.add(subscriber("giftUpdate"));
    var sender = sender(WebhookHabits.GOOD.lost(3).doubled(2));

    var changed = rows(sender, "gifts").modifySome(4);
    diary.pass(NO_TIME);

    assertThat(deliveredKeys())
        .containsExactly(
            changed.get(0), changed.get(1), changed.get(1), changed.get(3), changed.get(3));
    assertThat(delivered.get(1).body()).isEqualTo(delivered.get(2).body());
    assertThat(sender.traffic().lost()).isEqualTo(1);
  }

  @Test
  void some_requests_may_be_late() {
    subscribers.add(subscriber("giftUpdate"));

    var changed = gifts(WebhookHabits.GOOD.late(2, Duration.ofHours(1))).modifySome(3);
    diary.pass(Duration.ofMinutes(59));
    var inTime = deliveredKeys();
    diary.pass(Duration.ofMinutes(1));

    assertThat(inTime).containsExactly(changed.get(0), changed.get(2));
    assertThat(deliveredKeys()).endsWith(changed.get(1));
  }

  @Test
  void habits_may_be_read_from_text() {
    assertThat(WebhookHabits.parse("late=5,doubled=3,lost=7,batched=10,reversed"))
        .isEqualTo(
            WebhookHabits.GOOD
                .late(5, Duration.ofSeconds(10))
                .doubled(3)
                .lost(7)
                .batched(10)
                .inReverse());
  }

  @Test
  void what_fails_is_tried_again_later_and_later() {
    subscribers.add(subscriber("giftUpdate"));
    status = 503;
    var sender = sender(WebhookHabits.GOOD.retrying(Duration.ofSeconds(2)));

    rows(sender, "gifts").modify(7001);
    diary.pass(Duration.ofSeconds(15));
    status = 202;
    diary.pass(Duration.ofDays(1));

    var waits = IntStream.of(0, 2, 4, 8, 16).mapToObj(Duration::ofSeconds).toList();
    assertThat(diary.delays()).isEqualTo(waits);
    assertThat(delivered).extracting(Letter::body).containsOnly(delivered.get(0).body());
    assertThat(sender.traffic().taken()).isEqualTo(1);
    assertThat(sender.traffic().failed()).isEqualTo(4);
    assertThat(sender.traffic().pending()).isZero();
  }

  @Test
  void is_given_up_in_the_end() {
    subscribers.add(subscriber("giftUpdate"));
    status = 0;
    var sender = sender(WebhookHabits.GOOD);

    rows(sender, "gifts").modify(7001);
    diary.pass(Duration.ofDays(1));

    assertThat(delivered).hasSize(10);
    assertThat(sender.traffic().abandoned()).isEqualTo(1);
    assertThat(sender.traffic().pending()).isZero();
  }
}
