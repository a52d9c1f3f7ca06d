package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.compatibility.Aspect;
import io.github.tapvirtuous.ecosystem.compatibility.Tried;
import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.target.DuckDb;
import io.github.tapvirtuous.ecosystem.target.Jsonl;
import io.github.tapvirtuous.ecosystem.target.Manner;
import io.github.tapvirtuous.ecosystem.target.Postgres;
import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.standin.StandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Rows that a whole read no longer brings, and what targets make of them. */
@With({
  "meltanolabs-target-postgres",
  "pipelinewise-target-postgres",
  "target-duckdb",
  "target-jsonl"
})
@Tag("slow")
final class VersionsTest {
  private static final String TABLE = "projects";

  private final StandIn virtuous = StandIn.builder().rows(TABLE, 60, 1).build();

  @TempDir private Path folder;

  static Stream<Target.Maker> targets() {
    return Stream.of(
        Postgres::ofMeltanoLabs,
        Postgres::ofPipelinewise,
        DuckDb::new,
        (folder, batchRows) -> new Jsonl(folder));
  }

  @ParameterizedTest
  @Tried(Aspect.VERSIONS)
  @MethodSource("targets")
  void a_row_that_is_gone_is_marked_unless_the_target_takes_no_notice(Target.Maker maker)
      throws Exception {
    var target = maker.in(folder, 40);
    try (var orchestrator = new Orchestrator(folder, virtuous, target, TABLE)) {
      orchestrator.tap().set("emit_activate_version_messages", true);
      orchestrator.discover().run();
      var deleted = virtuous.ids(TABLE).get(7);
      virtuous.delete(TABLE, deleted);

      orchestrator.tap().set("full_refresh", List.of(TABLE));
      orchestrator.run();

      var takesNoNotice = target.manners().contains(Manner.LEAVES_ROWS_THAT_ARE_GONE);
      assertThat(keys(target, VersionsTest::isMarked))
          .isEqualTo(takesNoNotice ? List.of() : List.of(deleted));
      assertThat(keys(target, row -> true)).contains(deleted).containsAll(virtuous.ids(TABLE));
    }
  }

  private static List<Long> keys(Target target, Predicate<JsonNode> which) {
    return target.rows(TABLE).stream()
        .filter(which)
        .map(row -> row.path("id").asLong())
        .distinct()
        .toList();
  }

  private static boolean isMarked(JsonNode row) {
    return row.path("_sdc_deleted_at").isString();
  }
}
