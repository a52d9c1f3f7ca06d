package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.compatibility.Aspect;
import io.github.tapvirtuous.ecosystem.compatibility.Tried;
import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.target.DuckDb;
import io.github.tapvirtuous.ecosystem.target.Postgres;
import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.webhook.WebhookHabits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of which Virtuous tells a receiver, on their way into targets that keep a row a key. */
@With({"meltanolabs-target-postgres", "pipelinewise-target-postgres", "target-duckdb"})
@Tag("slow")
final class WebhooksTest {
  private static final String DELETED = "_sdc_deleted_at";
  private static final String[] TABLES = {"contacts", "contact_notes", "gifts", "projects"};
  private static final WebhookHabits BAD =
      WebhookHabits.GOOD.batched(2).inReverse().doubled(2).late(3, Duration.ofMillis(300));

  private final StandIn virtuous = StandIn.builder().allRows(60, 3).webhooks(BAD).build();

  @TempDir private Path folder;

  static Stream<Target.Maker> targets() {
    return Stream.of(Postgres::ofMeltanoLabs, Postgres::ofPipelinewise, DuckDb::new);
  }

  @ParameterizedTest
  @Tried(Aspect.EVENTS)
  @MethodSource("targets")
  void changes_arrive_whole_and_a_deleted_row_is_marked(Target.Maker maker) throws Exception {
    var target = maker.in(folder, 40);
    try (var orchestrator = new Orchestrator(folder, virtuous, target, TABLES);
        var receiving = new Receiving(orchestrator.tap(), folder)) {
      orchestrator.discover().run();
      var deleted = virtuous.ids("gifts").get(7);
      var before = row(target, "gifts", deleted);
      change(deleted);
      receiving.takeAll(virtuous);

      receiving.set("only", true);
      orchestrator.run();

      assertThat(orchestrator.comparison().differences())
          .containsExactly("gifts " + deleted + " is invented");
      assertThat(row(target, "gifts", deleted).path(DELETED).asString()).startsWith("2");
      assertThat(withoutNotes(row(target, "gifts", deleted))).isEqualTo(withoutNotes(before));
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void payloads_blank_no_column(Target.Maker maker) throws Exception {
    var target = maker.in(folder, 40);
    try (var orchestrator = new Orchestrator(folder, virtuous, target, TABLES);
        var receiving = new Receiving(orchestrator.tap(), folder)) {
      orchestrator.discover().run();
      var deleted = virtuous.ids("gifts").get(7);
      var before = target.rows("gifts");
      change(deleted);
      receiving.takeAll(virtuous);

      receiving.set("only", true).set("mode", "payload");
      orchestrator.run();

      assertThat(before)
          .allSatisfy(
              row ->
                  assertThat(filled(row(target, "gifts", row.path("id").asLong())))
                      .containsAll(filled(row)));
      assertThat(row(target, "gifts", deleted).path(DELETED).asString()).startsWith("2");
      assertThat(target.rows("gifts")).hasSize(before.size() + 1);
      assertThat(target.rows("contact_notes").toString()).contains("Change 1");
    }
  }

  private void change(long deleted) {
    virtuous.modifySome("gifts", 9);
    virtuous.insertLikeAnother("gifts");
    virtuous.delete("gifts", deleted);
    virtuous.modifySome("contacts", 4);
    virtuous.archive("contacts", virtuous.ids("contacts").get(5));
    virtuous.modifySome("contact_notes", 3);
    virtuous.insertLikeAnother("projects");
  }

  private static JsonNode row(Target target, String stream, long key) {
    return target.rows(stream).stream()
        .filter(row -> row.path("id").asLong() == key)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> filled(JsonNode row) {
    return row.propertyStream()
        .filter(field -> !field.getValue().isNull())
        .map(field -> field.getKey())
        .toList();
  }

  /** Without what targets note on rows of their own. */
  private static JsonNode withoutNotes(JsonNode row) {
    var copy = (ObjectNode) row.deepCopy();
    copy.propertyStream()
        .map(field -> field.getKey())
        .filter(name -> name.startsWith("_sdc_"))
        .toList()
        .forEach(copy::remove);
    return copy;
  }
}
