package io.github.tapvirtuous.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class StandInTest {
  @Test
  void serves_every_table_from_the_recorded_rows() {
    var standIn = StandIn.builder().build();

    assertThat(Ask.list(standIn, "Gift/Query/FullGift?skip=0&take=10")).hasSize(4);
    assertThat(Ask.json(standIn, "v2/Pledge/Query?skip=0&take=10").path("total").asInt())
        .isPositive();
    assertThat(Ask.get(standIn, "Communication/ChannelTypes").text()).startsWith("[\"Mail\",");
    assertThat(Ask.get(standIn, "OrganizationGroup?skip=1&take=1").text())
        .endsWith(",\"total\":3}");
  }

  @Test
  void pages_through_made_up_rows_without_a_gap() {
    var standIn = StandIn.builder().rows("gifts", 25, 7).build();

    var first = Ask.ids(standIn, "Gift/Query/FullGift?skip=0&take=20");
    var second = Ask.ids(standIn, "Gift/Query/FullGift?skip=20&take=20");

    assertThat(first).hasSize(20).isSorted();
    assertThat(second).hasSize(5);
    assertThat(standIn.ids("gifts")).hasSize(25).containsAll(first).containsAll(second);
  }

  @Test
  void makes_up_the_same_rows_for_the_same_seed() {
    var one = Ask.get(StandIn.builder().rows("gifts", 9, 7).build(), "Organization");
    var rows = StandIn.builder().rows("gifts", 9, 7).build().row("gifts", 7001);

    assertThat(one.status()).isEqualTo(200);
    assertThat(rows)
        .isPresent()
        .isEqualTo(StandIn.builder().rows("gifts", 9, 7).build().row("gifts", 7001));
    assertThat(rows).isNotEqualTo(StandIn.builder().rows("gifts", 9, 8).build().row("gifts", 7001));
  }

  @Test
  void writes_a_row_s_own_id_wherever_it_stands() {
    var standIn = StandIn.builder().rows("gifts", 2000, 7).build();
    var id = standIn.ids("gifts").get(1999);

    var row = JsonMapper.shared().readTree(standIn.row("gifts", id).orElseThrow());

    assertThat(row.path("id").asLong()).isEqualTo(id);
    assertThat(row.path("giftUrl").asString()).isEqualTo("/api/Gift/" + id);
    assertThat(row.has("giftPassthroughs")).isTrue();
    assertThat(standIn.row("gifts", 7001).orElseThrow()).doesNotContain("giftPassthroughs");
  }

  @Test
  void keeps_given_rows_byte_for_byte() {
    var row = "{\"id\": 5, \"amount\":1e2,\"amount\":2}";
    var standIn = StandIn.builder().rows("gifts", row).build();

    assertThat(Ask.post(standIn, "Gift/Query/FullGift", "{}").text())
        .isEqualTo("{\"list\":[" + row + "],\"total\":1}");
  }

  @Test
  void sorts_both_ways_and_filters_by_id_and_time_of_change() {
    var standIn =
        StandIn.builder()
            .rows(
                "gifts",
                row(1, "2024-03-01T10:00:00.1234567"),
                row(2, "2024-01-01T00:00:00"),
                row(3, "2024-02-01T12:00:00"))
            .build();

    assertThat(
            Ask.ids(standIn, "Gift/Query/FullGift", "{\"sortBy\":\"id\",\"descending\":\"true\"}"))
        .containsExactly(3L, 2L, 1L);
    assertThat(
            Ask.ids(
                standIn,
                "Gift/Query/FullGift",
                "{\"sortBy\":\"Last Modified Date\",\"descending\":false}"))
        .containsExactly(2L, 3L, 1L);
    assertThat(Ask.ids(standIn, "Gift/Query/FullGift", Ask.where("Gift Id", "GreaterThan", "1")))
        .containsExactly(2L, 3L);
    assertThat(
            Ask.ids(
                standIn,
                "Gift/Query/FullGift",
                Ask.where("Last Modified Date", "OnOrAfter", "2024-02-01")))
        .containsExactly(1L, 3L);
  }

  private static String row(int id, String modified) {
    return "{\"id\":" + id + ",\"modifiedDateTimeUtc\":\"" + modified + "\"}";
  }
}
