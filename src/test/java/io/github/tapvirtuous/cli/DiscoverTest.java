package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Catalogs, and what becomes of them where a table cannot be looked at. */
final class DiscoverTest {
  @RegisterExtension private final Tap tap = new Tap();

  private static List<JsonNode> streams(TapRun run) {
    return run.document().path("streams").valueStream().toList();
  }

  @Test
  @Rule("CAT-1")
  void no_line_is_long() {
    var run = tap.discover();

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).allMatch(line -> line.length() < 65_536).hasSizeGreaterThan(1000);
    assertThat(run.text()).endsWith("}\n");
  }

  @Test
  @Rule({"CAT-2", "CAT-3"})
  void every_table_is_a_stream_with_all_that_is_needed() {
    var streams = streams(tap.discover());

    assertThat(streams.stream().map(each -> each.path("tap_stream_id").stringValue()))
        .containsExactlyElementsOf(TableMap.names())
        .allMatch(id -> id.matches("[a-z_]{2,}"));
    for (var stream : streams) {
      assertThat(stream.propertyNames())
          .contains("stream", "schema", "metadata", "key_properties", "replication_method");
    }
  }

  @Test
  @Rule("CAT-9")
  void two_discoveries_are_the_same() {
    assertThat(tap.discover().text()).isEqualTo(tap.discover().text());
  }

  @Test
  @Rule("CAT-10")
  void a_table_that_is_closed_or_broken_or_empty_does_not_fail_the_others() {
    tap.serves(
        StandIn.builder()
            .forbid("gifts")
            .empty("contacts")
            .fault(When.always().of("projects"), Faults.status(500)));

    var run = tap.discover();

    assertThat(run.exitCode()).isZero();
    assertThat(streams(run)).hasSize(TableMap.names().size());
    assertThat(columns(run, "gifts")).contains("id", "amount");
    assertThat(columns(run, "contacts")).contains("id", "name");
    assertThat(run.warnings()).anyMatch(each -> each.contains("gifts: ") && each.contains("403"));
    assertThat(run.warnings()).anyMatch(each -> each.contains("projects: "));
    assertThat(run.errors()).isEmpty();
  }

  @Test
  @Rule("CAT-10")
  void a_table_is_named_once_in_what_is_said_of_it() {
    tap.tables("gifts", "projects", "contacts")
        .serves(
            StandIn.builder()
                .forbid("gifts")
                .fault(When.always().of("projects"), Faults.status(404)));

    var warnings = tap.discover().warnings();

    assertThat(warnings)
        .filteredOn(each -> each.contains("built-in schema"))
        .satisfiesExactly(
            each -> assertThat(each).containsOnlyOnce("gifts: ").contains("failed after 1 try"),
            each -> assertThat(each).containsOnlyOnce("projects: ").contains("failed after 1 try"));
  }

  @Test
  @Rule("CAT-10")
  void tables_that_were_not_asked_for_are_told_in_one_line() {
    tap.set("max_concurrent_requests", 1)
        .tables("segments", "gifts", "projects", "contacts", "pledges", "volunteers")
        .serves(
            StandIn.builder()
                .fault(When.always().of("gifts"), Faults.closed())
                .fault(When.always().of("projects"), Faults.closed())
                .fault(When.always().of("contacts"), Faults.closed()));

    var run = tap.discover();

    assertThat(run.exitCode()).isZero();
    assertThat(tap.standIn().requestCount("pledges")).isZero();
    assertThat(run.warnings())
        .filteredOn(each -> each.contains("built-in schema"))
        .hasSize(4)
        .last()
        .asString()
        .contains("pledges, volunteers: the network is away.");
  }

  private static List<String> columns(TapRun run, String stream) {
    return streams(run).stream()
        .filter(each -> each.path("stream").stringValue().equals(stream))
        .flatMap(each -> each.path("schema").path("properties").propertyNames().stream())
        .collect(Collectors.toList());
  }

  @Test
  @Rule("CAT-10")
  void when_no_table_can_be_looked_at_discovery_fails() {
    tap.serves(StandIn.builder().fault(When.always(), Faults.status(500)));

    var run = tap.discover();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors()).hasSize(1);
    assertThat(run.log())
        .as("a message never twice")
        .filteredOn(each -> !each.startsWith("DEBUG "))
        .doesNotHaveDuplicates();
    assertThat(run.log())
        .filteredOn(each -> each.contains("campaigns: failed after 2 tries"))
        .hasSize(1);
    assertThat(run.log()).noneMatch(each -> each.contains("The catalog shows"));
  }

  @Test
  void a_refused_key_ends_discovery_with_nothing_on_stdout() {
    var run = tap.serves(StandIn.builder().keys("another")).discover();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors()).singleElement().asString().contains("api_key", "401");
    assertThat(run.log())
        .as("Meltano shows all of it")
        .filteredOn(line -> !line.startsWith("DEBUG "))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  @Rule("CAT-11")
  void a_discovered_catalog_is_accepted_as_it_is() {
    var run = tap.sync("--catalog", tap.file("catalog.json", tap.discover().text()));

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.streams()).containsExactlyInAnyOrderElementsOf(TableMap.names());
    assertThat(run.warnings()).isEmpty();
    SingerOutput.check(run.stdout());
  }

  @Test
  void newer_fields_are_found_at_the_other_end_of_a_table() {
    tap.tables("gifts")
        .set("sample_size", 2)
        .serves(
            StandIn.builder()
                .rows("gifts", "{\"id\":1}", "{\"id\":2}", "{\"id\":3}", "{\"id\":4,\"new\":1}"));

    assertThat(columns(tap.discover(), "gifts")).contains("new");
  }
}
