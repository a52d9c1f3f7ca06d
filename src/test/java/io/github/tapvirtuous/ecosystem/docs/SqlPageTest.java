package io.github.tapvirtuous.ecosystem.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.tapvirtuous.table.TableMap;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The queries of {@code docs/sql.md}: each gives something, and what is true. */
@Tag("slow")
final class SqlPageTest {
  private static final Path PAGE = Path.of("docs", "sql.md");
  private static final int GIFTS = 200;
  private static final long DONOR = 1001;

  @TempDir private static Path folder;
  private static LoadedHistory loaded;
  private static GiftSums gifts;

  @BeforeAll
  static void load() throws Exception {
    loaded = LoadedHistory.of(folder, GIFTS);
    gifts = loaded.gifts();
  }

  @AfterAll
  static void leave() throws SQLException {
    loaded.close();
  }

  private static List<String> answer(String heading) throws IOException, SQLException {
    var queries = Page.blocks(PAGE, "### " + heading, "sql");
    assertThat(queries).as(heading).hasSize(1);
    return loaded.warehouse().ask(queries.get(0));
  }

  static Stream<Arguments> queries() throws IOException {
    return Page.blocks(PAGE, "sql").stream()
        .map(block -> arguments(named(block.heading(), block.code())));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void each_gives_something(String query) throws SQLException {
    assertThat(loaded.warehouse().ask(query)).isNotEmpty();
  }

  @Test
  void all_tables_are_there() throws SQLException {
    var tables = "select table_name from information_schema.tables where table_schema = 'virtuous'";

    assertThat(loaded.warehouse().ask(tables))
        .containsExactlyInAnyOrderElementsOf(TableMap.names());
  }

  @Test
  void names_have_capitals_and_are_not_found_without_quotes() throws Exception {
    assertThat(answer("Columns of a table"))
        .contains("id | bigint", "amount | numeric", "giftDesignations | jsonb")
        .contains("giftDate | timestamp without time zone");
    expectTheError("column \"giftdate\" does not exist", "select giftDate from virtuous.gifts");
  }

  @Test
  void a_view_has_names_without_capitals() throws Exception {
    assertThat(answer("Names without quotes")).isEqualTo(gifts.parts().first(10));
  }

  /** As the page quotes it. */
  private static void expectTheError(String message, String query) throws IOException {
    assertThat(Files.readString(PAGE)).contains('`' + message + '`');
    assertThatThrownBy(() -> loaded.warehouse().ask(query)).hasMessageContaining(message);
  }

  @Test
  void a_list_that_is_missing_is_found_and_cannot_be_unfolded() throws Exception {
    assertThat(answer("Lists that are missing")).isEqualTo(gifts.parts().undesignated());
    expectTheError(
        "cannot call jsonb_to_recordset on a non-array",
        "select id from virtuous.gifts,"
            + " jsonb_to_recordset(\"giftDesignations\") as d(project text)");
  }

  @Test
  void a_day_stays_what_it_is_and_utc_becomes_a_time_of_the_zone() throws Exception {
    var expected = gifts.gifts().stream().map(SqlPageTest::entry).toList();

    assertThat(answer("The day of a gift, and when it was entered")).isEqualTo(expected);
  }

  /** Arizona is seven hours behind, all year. */
  private static String entry(JsonNode gift) {
    var utc = LocalDateTime.parse(gift.path("createDateTimeUtc").asString());
    var local = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(utc.minusHours(7)).replace('T', ' ');
    return Warehouse.line(gift.path("id"), GiftSums.day(gift), local);
  }

  @Test
  void text_becomes_a_date_or_an_amount_or_nothing() throws Exception {
    assertThat(answer("Dates that are text"))
        .containsExactly("1001 | 2024-12-15", "1002 | 2022-10-27", "1003 | null");
    assertThat(answer("Money that is text"))
        .containsExactly("1001 | 3010.5", "1002 | 9250.26", "1003 | 0");
  }

  @Test
  void giving_is_what_the_gifts_of_virtuous_add_up_to() throws Exception {
    assertThat(answer("By calendar year")).isEqualTo(gifts.byYear(0));
    assertThat(answer("By fiscal year")).isEqualTo(gifts.byYear(6));
    assertThat(answer("By contact, with the first gift")).isEqualTo(gifts.byContact());
    assertThat(answer("New givers of each year")).isEqualTo(gifts.newGivers());
  }

  @Test
  void designations_are_those_of_virtuous_and_add_up_to_the_gifts() throws Exception {
    var designated = gifts.parts().designated();

    assertThat(answer("A row for each designation")).isEqualTo(gifts.parts().designations());
    assertThat(answer("Do they add up")).containsExactly(Warehouse.line(GIFTS - 1, designated));
    assertThat(answer("By project")).isEqualTo(gifts.parts().byProject());
  }

  @Test
  void custom_fields_are_found_by_name() throws Exception {
    var some = gifts.gifts().stream().filter(each -> !each.path("customFields").isEmpty()).toList();
    var first = Warehouse.line(some.get(0).path("id"), "Sent", "https://give.example.org/water");

    assertThat(answer("Which ones there are"))
        .contains("Missionary EID | 0", Warehouse.line("Receipt Status", some.size()));
    assertThat(answer("A column for each")).hasSize(GIFTS - 1).contains(first);
    assertThat(answer("Where they are an object"))
        .contains("301 | Clean Water Initiative | East Africa | 12");
  }

  @Test
  void credits_go_to_whom_virtuous_gives_them() throws Exception {
    assertThat(answer("Who is credited, and with how much")).isEqualTo(gifts.parts().credits());
  }

  @Test
  void plans_meet_their_payments() throws Exception {
    var planned = BigDecimal.valueOf(12 * 500);
    var paid = gifts.parts().paid(DONOR, 2024);

    assertThat(answer("Payments against what was expected")).isEqualTo(gifts.parts().payments());
    assertThat(answer("A year against the plan"))
        .containsExactly(Warehouse.line(DONOR, planned, paid));
  }

  @Test
  void tags_lead_to_contacts() throws Exception {
    var name = "Vale, Marguerite and Anders";

    assertThat(answer("How many contacts have each"))
        .containsExactly("Board Member | 1", "Major Donor | 1");
    assertThat(answer("Giving of those with a tag")).isEqualTo(gifts.given(DONOR, name));
  }

  @Test
  void what_was_deleted_is_found_in_each_way() throws Exception {
    var unmarked = "null";

    assertThat(answer("What is marked"))
        .singleElement()
        .asString()
        .startsWith(loaded.deletedGift() + " | ")
        .doesNotContain(unmarked);
    assertThat(answer("What the last run did not bring"))
        .map(row -> Long.valueOf(row.split(" ", 2)[0]))
        .isEqualTo(loaded.deletedDesignations());
    assertThat(answer("Which whole read rows are of"))
        .map(row -> row.split(" ", 3)[2])
        .containsExactly("1 | 1", GIFTS - 1 + " | 0");
  }
}
