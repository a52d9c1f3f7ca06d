package io.github.tapvirtuous.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class StandInCommunicationsTest {
  private static final String QUERY = "Communication/Query?take=100";

  private static JsonNode ofCampaign(StandIn standIn, String rest) {
    return JsonMapper.shared()
        .readTree(Ask.get(standIn, "Communication/ByCampaign/" + rest).body());
  }

  @Test
  void the_query_may_keep_key_and_name_to_itself() {
    var standIn = StandIn.builder().communicationsLackKey().build();

    var rows = Ask.list(standIn, QUERY);

    assertThat(rows)
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row.propertyNames())
                    .contains("campaignId", "startdateTimeUtc", "lastModifiedDateTimeUtc")
                    .doesNotContain("communicationId", "name"));
    assertThat(Ask.json(standIn, QUERY).path("total").asInt()).isEqualTo(3);
  }

  @Test
  void shows_them_unless_told_otherwise() {
    assertThat(Ask.list(StandIn.builder().build(), QUERY))
        .allSatisfy(row -> assertThat(row.propertyNames()).contains("communicationId", "name"));
  }

  @Test
  void a_campaign_has_them_in_another_spelling() {
    var standIn = StandIn.builder().communicationsLackKey().build();

    var reply = ofCampaign(standIn, "21?skip=0&take=100");

    assertThat(reply.path("total").asInt()).isEqualTo(1);
    var row = reply.path("list").path(0);
    assertThat(row.path("communicationId").asLong()).isEqualTo(101);
    assertThat(row.path("name").asString()).isEqualTo("Spring letter");
    assertThat(row.path("modifiedDateTimeUtc").asString()).isEqualTo("2024-03-04T15:00:01");
    assertThat(row.propertyNames())
        .contains("startDateTimeUtc", "createDateTimeUtc")
        .doesNotContain("startdateTimeUtc", "createdDateTimeUtc", "lastModifiedDateTimeUtc");
  }

  @Test
  void a_campaign_s_communications_come_in_pages() {
    var standIn = StandIn.builder().rows("campaigns", 2, 7).rows("communications", 250, 7).build();
    var campaign = standIn.ids("campaigns").get(1);

    var ids =
        Stream.of(0, 50, 100)
            .map(skip -> ofCampaign(standIn, campaign + "?skip=" + skip + "&take=50"))
            .flatMap(page -> page.path("list").findValuesAsString("communicationId").stream())
            .map(Long::valueOf)
            .toList();

    assertThat(ids).hasSizeBetween(100, 150).isSorted().doesNotHaveDuplicates();
    assertThat(standIn.ids("communications")).containsAll(ids);
    assertThat(Ask.get(standIn, "Communication/ByCampaign/" + campaign + "?take=101").status())
        .isEqualTo(400);
  }

  @Test
  void every_made_up_communication_belongs_to_a_campaign() {
    var standIn = StandIn.builder().rows("campaigns", 5, 7).rows("communications", 50, 7).build();

    var found =
        standIn.ids("campaigns").stream()
            .mapToInt(id -> ofCampaign(standIn, id + "?take=1").path("total").asInt())
            .sum();

    assertThat(found).isEqualTo(50);
  }

  @Test
  void a_deleted_campaign_leads_to_none() {
    var standIn = StandIn.builder().build();
    standIn.delete("campaigns", 21);

    assertThat(Ask.get(standIn, "Communication/ByCampaign/21").status()).isEqualTo(404);
    assertThat(standIn.ids("communications")).isEqualTo(List.of(101L, 102L, 103L));
  }

  @Test
  void a_change_shows_in_both_places() {
    var standIn = StandIn.builder().build();

    standIn.modify("communications", 101);

    var row = ofCampaign(standIn, "21").path("list").path(0);
    assertThat(row.path("modifiedDateTimeUtc").asString())
        .isNotEqualTo("2024-03-04T15:00:01")
        .isEqualTo(Ask.list(standIn, QUERY).get(0).path("lastModifiedDateTimeUtc").asString());
  }
}
