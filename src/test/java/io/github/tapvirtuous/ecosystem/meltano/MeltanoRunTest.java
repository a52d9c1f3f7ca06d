package io.github.tapvirtuous.ecosystem.meltano;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.process.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people see when Meltano runs the tap into a target. */
@With("meltano")
@Tag("slow")
final class MeltanoRunTest {
  private static final int GIFTS = 60;
  private static final int CONTACTS = 20;

  @TempDir private Path folder;
  private final StandIn virtuous =
      StandIn.builder().rows("gifts", GIFTS, 1).rows("contacts", CONTACTS, 1).build();
  private StandInServer server;
  private Meltano meltano;

  @BeforeEach
  void start() throws IOException {
    server = StandInServer.serving(virtuous, 0);
    meltano =
        Meltano.in(folder, server.baseUri())
            .with("TAP_VIRTUOUS_PAGE_SIZE", "11")
            .with("TAP_VIRTUOUS_RETRY_LIMIT", "2")
            .with("TAP_VIRTUOUS_RETRY_DELAY", "0");
  }

  @AfterEach
  void stop() throws IOException {
    meltano.close();
    server.close();
  }

  private List<Long> loadedIds(String stream) throws IOException {
    return meltano.loaded(stream).stream().map(row -> row.get("id").longValue()).toList();
  }

  /** The scan of gifts ends at its fourth page; then all is well again. */
  private void breakOff() throws Exception {
    virtuous.plan(When.page(30).of("gifts").forever(), Faults.closed());
    var broken = meltano.runPipeline();
    virtuous.plan(When.always());

    assertThat(broken.exitCode()).as(broken.err()).isEqualTo(1);
    assertThat(broken.err()).contains("tap-virtuous gifts: failed: rows 31 (total 60)");
    assertThat(loadedIds("gifts")).hasSize(31);
  }

  private JsonNode state() throws Exception {
    return meltano.run("state", "get", Meltano.STATE_ID).well().document();
  }

  @Test
  void a_run_goes_on_where_the_one_before_it_broke_off() throws Exception {
    breakOff();

    meltano.runPipeline().well();

    var overlap = 1;
    assertThat(loadedIds("gifts")).hasSize(GIFTS + overlap).containsAll(virtuous.ids("gifts"));
    assertThat(state().at("/singer_state/bookmarks/gifts/complete")).hasToString("true");
  }

  @Test
  void the_next_run_loads_what_changed_alone() throws Exception {
    meltano.runPipeline().well();
    virtuous.modifySome("gifts", 5);

    var second = meltano.runPipeline().well();

    assertThat(second.err()).contains("gifts: verified").contains("read modified since");
    assertThat(meltano.loaded("gifts")).hasSize(GIFTS + 5);
    assertThat(state().at("/singer_state/bookmarks/gifts/complete")).hasToString("true");
  }

  @Test
  void changes_come_whole_when_the_run_for_them_broke_off_and_its_state_was_merged()
      throws Exception {
    meltano.runPipeline().well();
    var before = state();
    virtuous.modifySome("gifts", 30);
    virtuous.plan(When.page(20).of("gifts").forever(), Faults.closed());
    meltano.runPipeline();
    virtuous.plan(When.always());
    meltano.run("state", "merge", Meltano.STATE_ID, before.toString()).well();

    meltano.runPipeline().well();

    assertThat(lastOfEach("gifts")).containsAll(notes("gifts"));
  }

  /** Who modified each row, as it was loaded last. */
  private Collection<String> lastOfEach(String stream) throws IOException {
    var last = new TreeMap<Long, String>();
    meltano
        .loaded(stream)
        .forEach(
            row -> last.put(row.path("id").longValue(), row.path("modifiedByUser").asString("")));
    return last.values();
  }

  private List<String> notes(String stream) {
    return virtuous.texts(stream).stream()
        .map(text -> JsonMapper.shared().readTree(text).path("modifiedByUser").asString(""))
        .toList();
  }

  @Test
  void a_full_refresh_begins_anew() throws Exception {
    breakOff();

    meltano.runPipeline("--full-refresh").well();

    assertThat(loadedIds("gifts"))
        .hasSize(31 + GIFTS)
        .endsWith(virtuous.ids("gifts").toArray(Long[]::new));
    assertThat(state().at("/singer_state/bookmarks/gifts/complete")).hasToString("true");
  }

  @Test
  void a_state_can_be_set_outlives_a_run_and_can_be_cleared() throws Exception {
    var mine = "{\"singer_state\":{\"bookmarks\":{\"mine\":{\"seen\":[1,2]}}}}";
    meltano.run("state", "set", "--force", Meltano.STATE_ID, mine).well();
    assertThat(state()).hasToString(mine);

    meltano.runPipeline().well();
    assertThat(state().at("/singer_state/bookmarks").propertyNames())
        .containsExactlyInAnyOrder("mine", "gifts", "contacts");

    meltano.run("state", "clear", "--force", Meltano.STATE_ID).well();
    assertThat(state()).hasToString("{}");
  }

  @Test
  void select_and_metadata_decide_what_is_loaded() throws Exception {
    meltano.run("select", "tap-virtuous", "--exclude", "gifts", "amount*").well();
    meltano.run("config", "set", "tap-virtuous", "_metadata", "contacts.selected", "false").well();

    meltano.runPipeline().well();

    assertThat(meltano.loaded("contacts")).isEmpty();
    assertThat(meltano.loaded("gifts")).hasSize(GIFTS);
    assertThat(meltano.loaded("gifts").get(0).propertyNames())
        .contains("id", "giftDate")
        .doesNotContain("amount", "amountFormatted", "notes");
  }

  @Test
  void a_refused_key_is_told_in_plain_words_and_loads_nothing() throws Exception {
    meltano.with("TAP_VIRTUOUS_API_KEY", "k3y-of-nobody");

    var refused = meltano.runPipeline();

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .containsPattern("\\[critical *] tap-virtuous Virtuous rejected the API key .*\"api_key\"")
        .doesNotContain("k3y-of-nobody", "\tat ", "Traceback");
    assertThat(meltano.loaded("gifts")).isEmpty();
  }

  @Test
  void what_the_tap_logs_keeps_its_level_and_its_fields() throws Exception {
    virtuous.plan(When.page(30).of("gifts"), Faults.status(500));

    var ran =
        meltano.run("--log-format=json", "run", "--no-install", "tap-virtuous", "target-jsonl");

    var events = eventsOfTheTap(ran.well());

    assertThat(events)
        .filteredOn(event -> text(event, "level").equals("warning"))
        .singleElement()
        .matches(event -> text(event, "event").contains("trying again"))
        .matches(event -> text(event, "stream_name").equals("gifts"));
    assertThat(events)
        .filteredOn(event -> event.at("/metric_info/metric").asString("").equals("record_count"))
        .extracting(event -> event.at("/metric_info/value").intValue(0))
        .containsExactlyInAnyOrder(GIFTS, CONTACTS);
    assertThat(text(events.get(events.size() - 1), "event"))
        .startsWith("Done in ")
        .contains(": 2 tables, 80 rows, all verified.");
  }

  /** Where Meltano could not read a line as an event, that line's text is an event of its own. */
  private static List<JsonNode> eventsOfTheTap(Ran ran) {
    return ran.err()
        .lines()
        .map(line -> JsonMapper.shared().readTree(line))
        .filter(event -> text(event, "string_id").equals("tap-virtuous"))
        .toList();
  }

  private static String text(JsonNode event, String field) {
    return event.path(field).asString("");
  }
}
