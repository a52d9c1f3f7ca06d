package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import io.github.tapvirtuous.testing.output.SingerOutput;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** What the choices of a catalog make of the output. */
final class SelectionTest {
  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void two_tables() {
    tap.tables("gifts", "channel_types");
  }

  /** Syncs with the discovered catalog after a change to the entry of gifts. */
  private TapRun with(Consumer<ObjectNode> change) {
    var catalog = tap.discover().document();
    change.accept((ObjectNode) catalog.path("streams").path(0));
    var run = tap.sync("--catalog", tap.file("catalog.json", catalog));
    if (run.exitCode() == 0) {
      SingerOutput.check(run.stdout());
    }
    return run;
  }

  private static ObjectNode metadata(ObjectNode entry, int place) {
    return (ObjectNode) entry.path("metadata").path(place).path("metadata");
  }

  @Test
  @Rule("SEL-1")
  void a_deselected_stream_is_not_read() {
    var run = with(gifts -> metadata(gifts, 0).put("selected", false));

    assertThat(run.streams()).containsExactly("channel_types");
  }

  @Test
  @Rule("SEL-2")
  void a_stream_that_the_catalog_lacks_is_not_read() {
    var catalog = tap.discover().document();
    tap.tables("gifts", "channel_types", "projects");

    var run = tap.sync("--catalog", tap.file("catalog.json", catalog));

    assertThat(run.streams()).containsExactlyInAnyOrder("gifts", "channel_types");
    assertThat(tap.standIn().requestCount("projects")).isZero();
  }

  @Test
  @Rule("SCH-7")
  void a_deselected_column_is_in_neither_schema_nor_records() {
    var run = with(gifts -> metadata(gifts, 2).put("selected", false));

    assertThat(run.schema("gifts").path("schema").path("properties").has("transactionSource"))
        .isFalse();
    assertThat(run.text()).doesNotContain("transactionSource");
    assertThat(run.warnings()).as("it is not called unknown").isEmpty();
  }

  @Test
  @Rule("SEL-4")
  void the_schema_of_the_catalog_is_the_contract() {
    var run =
        with(
            gifts ->
                ((ObjectNode) gifts.path("schema").path("properties"))
                    .set("amount", StrictJson.of("{\"type\":[\"string\",\"null\"]}")));

    assertThat(run.schema("gifts").toString())
        .contains("\"amount\":{\"type\":[\"null\",\"string\"]}");
    assertThat(run.records("gifts")).allMatch(row -> row.path("amount").isString());
  }

  @Test
  @Rule("SEL-5")
  void another_key_is_refused() {
    var run = with(gifts -> gifts.putArray("key_properties").add("transactionId"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors()).hasSize(1);
  }

  @Test
  @Rule("SEL-6")
  void a_stream_may_have_another_name_than_its_table() {
    var run = with(gifts -> gifts.put("stream", "donations"));

    assertThat(run.streams()).containsExactly("donations", "channel_types");
    assertThat(run.ids("donations")).isNotEmpty();
    assertThat(run.isComplete("donations")).isTrue();
    assertThat(run.state().path("bookmarks").has("gifts")).isFalse();
  }

  @Test
  @Rule("SEL-8")
  void nothing_selected_is_warned_of_and_leaves_the_state() {
    var state = tap.file("state.json", "{\"bookmarks\":{\"gifts\":{\"mine\":1}}}");
    var catalog = tap.file("catalog.json", "{\"streams\":[]}");

    var run = tap.sync("--catalog", catalog, "--state", state);

    assertThat(run.exitCode()).isZero();
    assertThat(run.warnings()).anyMatch(each -> each.contains("selects no stream"));
    assertThat(run.bookmark("gifts").path("mine").intValue()).isEqualTo(1);
    assertThat(tap.standIn().requestCount()).isZero();
    SingerOutput.check(run.stdout());
  }

  @Test
  @Rule("SEL-9")
  void a_stream_without_metadata_is_read_whole() {
    var run = with(gifts -> gifts.remove("metadata"));

    assertThat(run.streams()).contains("gifts");
    assertThat(run.records("gifts").get(0).size()).isGreaterThan(40);
  }

  @Test
  @Rule("SEL-10")
  void true_and_false_may_be_text() {
    var run = with(gifts -> metadata(gifts, 0).put("selected", "false"));

    assertThat(run.streams()).containsExactly("channel_types");
  }

  @Test
  void columns_that_a_table_has_but_its_catalog_lacks_are_dropped_and_named_once() {
    var run =
        with(gifts -> ((ObjectNode) gifts.path("schema").path("properties")).remove("amount"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.records("gifts")).noneMatch(row -> row.has("amount"));
    assertThat(run.warnings().stream().filter(each -> each.contains("amount"))).hasSize(1);
    assertThat(run.log()).anyMatch(each -> each.contains("dropped fields 1 (amount: "));
  }
}
