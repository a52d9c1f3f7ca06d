package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.github.tapvirtuous.virtuous.FakeVirtuous.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Rule;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestTest {
  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  @Test
  @Rule("CLI-15")
  void says_who_asks_and_what_it_understands() {
    virtuous.answers(page());

    virtuous.page(virtuous.client());

    var request = onlyRequest();
    assertThat(request.getHeader("User-Agent")).isEqualTo("tap-virtuous/test");
    assertThat(request.getHeader("Accept")).isEqualTo("application/json");
    assertThat(request.getHeader("Accept-Encoding")).isEqualTo("gzip");
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(request.containsHeader("Upgrade")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "contacts, Contact/7",
    "contact_notes, ContactNote/7",
    "gifts, Gift/7",
    "projects, Project/7",
  })
  void gets_one_row_by_its_key(String table, String path) {
    virtuous.answers(page());

    askFor(new PageRequest(TableMap.named(table).orElseThrow().alone(7), 0, 1, false));

    assertThat(onlyRequest().getMethod().getName()).isEqualTo("GET");
    assertThat(onlyRequest().getUrl()).endsWith("/" + path);
  }

  @ParameterizedTest
  @CsvSource({"contacts, true", "gifts, false"})
  void asks_for_hidden_rows_where_a_table_has_such(String table, boolean hasSuch) {
    virtuous.answers(page());

    askFor(
        new PageRequest(TableMap.named(table).orElseThrow(), 0, 9, false).withArchived().halved());

    assertThat(onlyRequest().getBodyAsString().contains("\"includeArchived\":true"))
        .isEqualTo(hasSuch);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "gifts|{\"groups\":[],\"sortBy\":\"id\",\"descending\":\"false\"}",
        "campaigns|{\"groups\":[],\"sortBy\":\"campaignId\",\"descending\":\"false\"}",
        "contacts|{\"groups\":[],\"sortBy\":\"id\",\"descending\":\"false\"}",
        "segments|{\"groups\":[],\"sortBy\":\"id\",\"descending\":\"false\",\"search\":\"\"}"
      })
  void posts_a_query_sorted_by_the_key(String table, String body) {
    virtuous.answers(page());

    ask(table, 500);

    assertThat(onlyRequest().getMethod().getName()).isEqualTo("POST");
    assertThat(onlyRequest().getBodyAsString()).isEqualTo(body);
    assertThat(onlyRequest().getUrl()).endsWith("?skip=500&take=250");
  }

  @ParameterizedTest
  @CsvSource({
    "contacts, ',\"includeArchived\":true}'",
    "gifts, '}'",
  })
  void asks_for_the_rows_that_meet_conditions(String table, String end) {
    virtuous.includeArchived().answers(page());
    var groups =
        "[{\"conditions\":[{\"parameter\":\"Gift Id\",\"operator\":\"Is\",\"value\":\"7\"}]}]";

    askFor(new PageRequest(TableMap.named(table).orElseThrow(), 10, 5, false, groups));

    assertThat(onlyRequest().getBodyAsString())
        .isEqualTo("{\"groups\":" + groups + ",\"sortBy\":\"id\",\"descending\":\"false\"" + end);
  }

  @Test
  void a_smaller_page_asks_for_rows_that_meet_the_same_conditions() {
    var groups = "[{\"conditions\":[]}]";
    var page = new PageRequest(TableMap.named("gifts").orElseThrow(), 10, 50, false, groups);

    assertThat(page.halved())
        .isEqualTo(new PageRequest(TableMap.named("gifts").orElseThrow(), 10, 25, false, groups));
  }

  @Test
  void asks_for_the_newest_rows_first() {
    virtuous.answers(page());

    askFor(new PageRequest(TableMap.named("gifts").orElseThrow(), 0, 250, true));

    assertThat(onlyRequest().getBodyAsString()).contains("\"descending\":\"true\"");
  }

  @Test
  void asks_for_archived_contacts_when_told() {
    virtuous.includeArchived().answers(page());

    ask("contacts", 0);

    assertThat(onlyRequest().getBodyAsString()).endsWith("\"includeArchived\":true}");
  }

  @Test
  void asks_for_archived_rows_of_no_other_table() {
    virtuous.includeArchived().answers(page());

    ask("gifts", 0);

    assertThat(onlyRequest().getBodyAsString()).doesNotContain("includeArchived");
  }

  @ParameterizedTest
  @CsvSource({
    "organization_groups, /api/OrganizationGroup?skip=0&take=250",
    "channel_types, /api/Communication/ChannelTypes"
  })
  void gets_lists(String table, String url) {
    virtuous.answers(page());

    ask(table, 0);

    assertThat(onlyRequest().getMethod().getName()).isEqualTo("GET");
    assertThat(onlyRequest().getUrl()).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "contacts, /api/Contact/QueryOptions",
    "gift_destinations, /api/GiftDesignation/QueryOptions",
    "pledges, /api/v2/Pledge/QueryOptions"
  })
  void gets_what_a_table_can_be_asked_for_by(String table, String url) {
    virtuous.answers(okJson("{\"options\":[{\"parameter\":\"Gift Id\"}]}"));
    var options = new GetQueryOptions(TableMap.named(table).orElseThrow());

    var reply = virtuous.client().call(options, virtuous.report);

    assertThat(reply.at("/options/0/parameter").stringValue()).isEqualTo("Gift Id");
    assertThat(onlyRequest().getMethod().getName()).isEqualTo("GET");
    assertThat(onlyRequest().getUrl()).isEqualTo(url);
  }

  @Test
  void only_queries_know_conditions() {
    assertThat(TableMap.all().stream().filter(table -> !GetQueryOptions.isOfferedFor(table)))
        .extracting(Table::name)
        .containsExactly("channel_types", "communication_types", "organization_groups", "segments");
  }

  @Test
  void names_itself_when_there_are_no_options_for_a_table() {
    virtuous.answers(aResponse().withStatus(404));
    var options = new GetQueryOptions(TableMap.named("volunteers").orElseThrow());

    assertThatThrownBy(() -> virtuous.client().call(options, virtuous.report))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith("the query options of volunteers: failed after 1 try: HTTP 404");
    assertThat(virtuous.requests()).hasSize(1);
  }

  @Test
  void gets_what_is_no_table() {
    virtuous.answers(okJson("[{\"organizationName\":\"Good Cause\"}]"));

    var name = virtuous.client().call(new GetOrganization(), virtuous.report);

    assertThat(name).isEqualTo("Good Cause");
    assertThat(onlyRequest().getUrl()).isEqualTo("/api/Organization");
  }

  @Test
  void searches_in_fewer_words_for_the_rest_of_the_run_after_a_400() {
    virtuous.retryLimit(1).answers(aResponse().withStatus(400), page());
    var client = virtuous.client();

    client.page(FakeVirtuous.first("segments"), FakeVirtuous.TEXT, virtuous.report);
    client.page(FakeVirtuous.first("segments"), FakeVirtuous.TEXT, virtuous.report);

    var bodies = virtuous.requests().stream().map(LoggedRequest::getBodyAsString).toList();
    assertThat(bodies).hasSize(3).filteredOn(body -> body.equals("{\"search\":\"\"}")).hasSize(2);
    assertThat(virtuous.waits).isEmpty();
  }

  @Test
  void a_second_400_ends_the_search() {
    virtuous.answers(aResponse().withStatus(400));

    assertThatThrownBy(() -> ask("segments", 0)).hasMessageContaining("HTTP 400");
    assertThat(virtuous.requests()).hasSize(2);
  }

  @Test
  void unpacks_gzip() {
    var text = "{\"list\":[]}".repeat(100_000);
    virtuous.answers(aResponse().withBody(text)); // WireMock packs it because we ask for that

    var page = virtuous.page(virtuous.client());

    assertThat(page.content()).isEqualTo(text);
  }

  @Test
  void a_page_knows_when_it_was_asked_for_and_when_it_came() {
    virtuous.answers(aResponse().withStatus(503), page());

    var page = virtuous.page(virtuous.client());

    var secondTry = FakeVirtuous.START.plus(Duration.ofSeconds(30));
    assertThat(List.of(page.sentAt(), page.receivedAt())).containsOnly(secondTry);
    assertThat(page.asked()).isEqualTo(FakeVirtuous.first("gifts"));
  }

  @Test
  void goes_through_the_proxy_of_the_environment() {
    virtuous.answers(page());
    var proxy = Map.of("HTTP_PROXY", "http://localhost:" + virtuous.server().port());
    var config = virtuous.config(URI.create("http://virtuous.example/api/"));
    var client = VirtuousClient.patient(config, proxy, virtuous.clock, duration -> {});

    assertThat(virtuous.page(client).content()).isEqualTo(FakeVirtuous.PAGE);
    assertThat(onlyRequest().getHeader("Host")).isEqualTo("virtuous.example");
  }

  @Test
  @Rule("LOG-3")
  void logs_the_request_without_headers_and_bodies() {
    virtuous.answers(page());

    virtuous.page(virtuous.client());

    assertThat(virtuous.log.messages())
        .contains("POST Gift/Query/FullGift?skip=0&take=250: 200 in 0 ms")
        .noneMatch(line -> line.contains("sortBy") || line.contains("list"));
  }

  private static void ask(String table, int skip) {
    askFor(new PageRequest(TableMap.named(table).orElseThrow(), skip, 250, false));
  }

  private static void askFor(PageRequest page) {
    virtuous.client().page(page, FakeVirtuous.TEXT, virtuous.report);
  }

  private static LoggedRequest onlyRequest() {
    assertThat(virtuous.requests()).hasSize(1);
    return virtuous.requests().get(0);
  }
}
