package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Destination;
import io.github.tapvirtuous.testing.airbyte.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Deletes that webhooks tell of, which no read of a table shows. */
final class DeletedRowsTest {
  private static final String DELETED_AT = "_ab_cdc_deleted_at";

  @RegisterExtension private final Tap tap = new Tap();

  private final Source source = Source.inProcess(tap);
  private String inbox = "";

  @BeforeEach
  void gifts_and_an_inbox() {
    inbox = tap.folder().resolve("inbox.db").toString();
    Inboxes.open(inbox).close();
    tap.tables("gifts")
        .set("page_size", 10)
        .set("sample_size", 10)
        .serves(StandIn.builder().clock(tap.clock()).rows("gifts", 30, 7))
        .set("webhook", "{\"inbox\":\"" + inbox + "\"}");
  }

  /** One is deleted, and Virtuous tells of it an hour before the next read. */
  private long anyIsDeleted() {
    var gift = tap.standIn().ids("gifts").get(17);
    tap.standIn().delete("gifts", gift);
    var table = TableMap.named("gifts").orElseThrow();
    var at = tap.clock().instant();
    try (var events = Inboxes.open(inbox)) {
      events
          .store(List.of(new Event(table, gift, Kind.DELETE, at, Optional.empty(), 0, "{}")), at)
          .join();
    }
    tap.clock().step(Duration.ofHours(1));
    return gift;
  }

  private static List<JsonNode> deletes(List<JsonNode> rows) {
    return rows.stream().filter(row -> row.path(DELETED_AT).isString()).toList();
  }

  @Test
  void a_delete_comes_as_a_record_that_wins_over_the_row() {
    var catalog = source.discovered();
    var destination = new Destination(catalog).load(source.read(catalog).well().output());
    var gift = anyIsDeleted();

    var second = source.read(catalog, destination.states()).well();

    assertThat(deletes(second.output().rows("gifts")))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.path("id").longValue()).isEqualTo(gift);
              assertThat(row.path("modifiedDateTimeUtc").stringValue())
                  .isGreaterThan(row.path(DELETED_AT).stringValue());
            });
    assertThat(destination.load(second.output()).ids("gifts"))
        .doesNotContain(gift)
        .isEqualTo(tap.standIn().ids("gifts"));
  }

  @Test
  void it_comes_once_when_a_state_has_confirmed_it() {
    var catalog = source.discovered();
    var destination = new Destination(catalog).load(source.read(catalog).well().output());
    anyIsDeleted();
    destination.load(source.read(catalog, destination.states()).well().output());

    var third = source.read(catalog, destination.states()).well();

    assertThat(deletes(third.output().rows("gifts"))).isEmpty();
  }

  @Test
  void a_full_refresh_takes_no_events() {
    var discovered = source.discover().well().output().catalog();
    anyIsDeleted();

    var run = source.read(ConfiguredCatalog.fullRefresh(discovered)).well();

    assertThat(deletes(run.output().rows("gifts"))).isEmpty();
    assertThat(run.output().ids("gifts")).isEqualTo(tap.standIn().ids("gifts"));
  }

  @Test
  void a_schema_from_before_the_inbox_has_to_be_refreshed() {
    var older =
        source
            .discovered()
            .each(
                stream ->
                    stream
                        .withObjectProperty("stream")
                        .withObjectProperty("json_schema")
                        .withObjectProperty("properties")
                        .remove(DELETED_AT));

    var run = source.read(older);

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.output().records()).isEmpty();
    assertThat(run.output().errors())
        .singleElement()
        .matches(error -> error.path("failure_type").stringValue().equals("config_error"))
        .matches(error -> error.path("message").stringValue().contains("schema"));
  }
}
