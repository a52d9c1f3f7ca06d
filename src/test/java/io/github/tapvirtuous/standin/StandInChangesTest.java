package io.github.tapvirtuous.standin;

import static io.github.tapvirtuous.standin.Ask.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.access.RateLimit;
import io.github.tapvirtuous.standin.access.SteppingClock;
import io.github.tapvirtuous.standin.faults.DataFaults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class StandInChangesTest {
  private static final String GIFTS = "Gift/Query/FullGift?take=100";
  private static final String MODIFIED = "modifiedDateTimeUtc";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String TODAY = where("Last Modified Date", "OnOrAfter", "2026-03-01");

  private final SteppingClock clock = new SteppingClock(NOW);

  private StandInBuilder standIn() {
    return StandIn.builder().clock(clock);
  }

  private static JsonNode row(StandIn standIn, String table, long id) {
    return JsonMapper.shared().readTree(standIn.row(table, id).orElseThrow());
  }

  @Test
  void a_modified_row_says_when_and_shows_another_value() {
    var standIn = standIn().build();
    var before = row(standIn, "gifts", 7001);

    standIn.modify("gifts", 7001);
    clock.step(Duration.ofMinutes(1));
    standIn.modify("gifts", 7002);

    var after = row(standIn, "gifts", 7001);
    assertThat(after.path(MODIFIED).asString()).isEqualTo("2026-03-01T12:00:00.000");
    assertThat(after.path("modifiedByUser")).isNotEqualTo(before.path("modifiedByUser"));
    assertThat(after.path("createDateTimeUtc")).isEqualTo(before.path("createDateTimeUtc"));
    assertThat(row(standIn, "gifts", 7002).path(MODIFIED).asString())
        .isEqualTo("2026-03-01T12:01:00.000");
    assertThat(Ask.ids(standIn, GIFTS, TODAY)).containsExactly(7001L, 7002L);
  }

  @Test
  void what_changes_while_somebody_reads_comes_with_the_next_reply() {
    var standIn =
        standIn()
            .rows("gifts", 9, 7)
            .fault(When.request(2), DataFaults.modify("gifts", 7001))
            .build();

    assertThat(Ask.ids(standIn, GIFTS, TODAY)).isEmpty();
    assertThat(Ask.ids(standIn, GIFTS, TODAY)).containsExactly(7001L);
  }

  @Test
  void a_row_of_a_table_without_modified_dates_changes_all_the_same() {
    var standIn = standIn().build();

    standIn.modify("segments", 501);

    assertThat(row(standIn, "segments", 501).path("name").asString()).isEqualTo("Change 1");
    assertThat(row(standIn, "segments", 501).has(MODIFIED)).isFalse();
  }

  @Test
  void what_is_not_there_cannot_be_modified() {
    assertThat(standIn().build().modify("gifts", 1)).isFalse();
  }

  @Test
  void other_values_of_a_changed_row_keep_their_digits() {
    var standIn =
        standIn().rows("gifts", "{\"id\":5,\"amount\":100.50,\"rate\":0.12345678901234567890}");

    assertThat(changed(standIn.build()))
        .contains("{\"id\":5,\"amount\":100.50,\"rate\":0.12345678901234567890,");
  }

  private static String changed(StandIn standIn) {
    standIn.modify("gifts", 5);
    return standIn.row("gifts", 5).orElseThrow();
  }

  @Test
  void some_rows_from_all_over_the_table_are_modified_other_ones_each_time() {
    var standIn = standIn().rows("gifts", 1000, 7).build();

    var first = standIn.modifySome("gifts", 10);
    var second = standIn.modifySome("gifts", 10);

    var both = new HashSet<>(first);
    both.addAll(second);
    assertThat(first).hasSize(10).doesNotHaveDuplicates().isSorted();
    assertThat(first).isNotEqualTo(second);
    assertThat(Ask.ids(standIn, GIFTS, TODAY)).containsExactlyInAnyOrderElementsOf(both);
    assertThat(standIn.ids("gifts")).hasSize(1000);
    assertThat(row(standIn, "gifts", first.get(3)).path("id").asLong()).isEqualTo(first.get(3));
  }

  @Test
  void no_more_rows_are_modified_than_there_are() {
    var standIn = standIn().ids("gifts", 1, 2).build();

    assertThat(standIn.modifySome("gifts", 10)).containsExactly(1L, 2L);
    assertThat(standIn.modifySome("channel_types", 10)).isEmpty();
  }

  @Test
  void a_created_row_says_when() {
    var standIn = standIn().ids("gifts", 1).build();

    standIn.create("gifts", "{\"id\":2}");
    standIn.create("communications", "{\"communicationId\":999}");

    assertThat(standIn.row("gifts", 2))
        .hasValue(
            "{\"id\":2,\"createDateTimeUtc\":\"2026-03-01T12:00:00.000\","
                + "\"modifiedDateTimeUtc\":\"2026-03-01T12:00:00.000\"}");
    assertThat(row(standIn, "communications", 999).propertyNames())
        .containsExactly("communicationId", "createdDateTimeUtc", "lastModifiedDateTimeUtc");
    assertThat(Ask.ids(standIn, GIFTS, TODAY)).containsExactly(2L);
  }

  @Test
  void a_copy_of_another_row_is_new() {
    var standIn = standIn().rows("gifts", 9, 7).build();

    standIn.insertLikeAnother("gifts");

    var key = standIn.ids("gifts").get(9);
    assertThat(Ask.ids(standIn, GIFTS, TODAY)).containsExactly(key);
    assertThat(Ask.ids(standIn, GIFTS, where("Create Date", "OnOrAfter", "2026-03-01")))
        .containsExactly(key);
  }

  @Test
  void a_row_may_change_without_telling() {
    var standIn = standIn().build();
    var before = row(standIn, "contacts", 1001);

    standIn.change("contacts", 1001, row -> row.put("lifeToDateGiving", "$9"));

    assertThat(row(standIn, "contacts", 1001).path("lifeToDateGiving").asString()).isEqualTo("$9");
    assertThat(row(standIn, "contacts", 1001).path(MODIFIED)).isEqualTo(before.path(MODIFIED));
  }

  @Test
  void a_row_may_lose_its_date() {
    var standIn = standIn().build();
    standIn.modify("gifts", 7001);

    standIn.change("gifts", 7001, row -> row.putNull(MODIFIED));

    assertThat(Ask.ids(standIn, GIFTS, TODAY)).isEmpty();
  }

  @Test
  void an_archived_row_stays_so_when_it_changes() {
    var standIn = standIn().build();
    standIn.archive("contacts", 1002);

    standIn.modify("contacts", 1002);

    assertThat(Ask.ids(standIn, "Contact/Query/FullContact")).containsExactly(1001L, 1003L);
  }

  @Test
  void some_rows_may_have_no_modified_date() {
    var standIn = standIn().rows("gifts", 40, 7).undated("gifts", 4).build();
    var longAgo = where("Last Modified Date", "OnOrAfter", "1900-01-13");

    var dates =
        Ask.list(standIn, GIFTS).stream()
            .map(row -> row.path(MODIFIED).asString("null"))
            .collect(Collectors.groupingBy(date -> date, Collectors.counting()));

    assertThat(dates).containsEntry("null", 5L).containsEntry("0001-01-01T00:00:00", 5L);
    assertThat(Ask.json(standIn, GIFTS, longAgo).path("total").asInt()).isEqualTo(30);
  }

  static Stream<Table> dated() {
    return TableMap.all().stream().filter(table -> !table.modifiedField().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("dated")
  void of_made_up_rows_some_were_modified_days_after_they_were_created(Table table) {
    var standIn = StandIn.builder().rows(table.name(), 30, 7).build();

    var daysApart =
        standIn.texts(table.name()).stream()
            .map(text -> daysApart(JsonMapper.shared().readTree(text), table))
            .filter(days -> days >= 5);

    assertThat(daysApart).hasSizeGreaterThanOrEqualTo(5);
  }

  private static long daysApart(JsonNode row, Table table) {
    var created = Stream.of("createDateTimeUtc", "createdDateTimeUtc").filter(row::has).findFirst();
    var from = LocalDateTime.parse(row.path(created.orElseThrow()).asString());
    return Duration.between(from, LocalDateTime.parse(row.path(table.modifiedField()).asString()))
        .toDays();
  }

  @Test
  void its_clock_is_its_own() {
    var ahead = Clock.offset(clock, Duration.ofDays(2));
    var standIn = StandIn.builder().clock(ahead).rateLimit(RateLimit.hourly(9, clock)).build();

    standIn.modify("gifts", 7001);

    assertThat(Ask.post(standIn, GIFTS, "{}").headers())
        .containsEntry("Date", "Tue, 03 Mar 2026 12:00:00 GMT")
        .containsEntry("X-RateLimit-Reset", Long.toString(NOW.plusSeconds(3600).getEpochSecond()));
    assertThat(row(standIn, "gifts", 7001).path(MODIFIED).asString())
        .startsWith("2026-03-03T12:00");
  }

  @Test
  void the_clock_of_the_limit_is_the_one_clock_if_there_is_no_other() {
    var standIn = StandIn.builder().rateLimit(RateLimit.hourly(9, clock)).build();

    standIn.modify("gifts", 7001);

    assertThat(Ask.ids(standIn, GIFTS, TODAY)).containsExactly(7001L);
  }

  @Test
  void a_page_takes_longer_the_more_rows_it_skips() {
    var standIn =
        StandIn.builder()
            .latency(Duration.ofMillis(5))
            .latencyPerThousandSkipped(Duration.ofMillis(1))
            .build();

    assertThat(delay(standIn, 0)).isEqualTo(Duration.ofMillis(5));
    assertThat(delay(standIn, 250_500)).isEqualTo(Duration.ofMillis(255).plusNanos(500_000));
  }

  private static Duration delay(StandIn standIn, int skip) {
    return Ask.post(standIn, "Gift/Query/FullGift?skip=" + skip, "{}").delivery().delay();
  }
}
