package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.target.DuckDb;
import io.github.tapvirtuous.ecosystem.target.Target;
import io.github.tapvirtuous.standin.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@With("target-duckdb")
final class DuckDbTest extends TargetContract {
  @Override
  Target target(Path folder, int batchRows) {
    return new DuckDb(folder, batchRows);
  }

  /** Mended by its authors, but not released: when this fails, so is {@code TIMES_AS_TEXT}. */
  @Test
  void the_first_row_of_a_batch_is_lost_if_it_holds_a_time(@TempDir Path folder) throws Exception {
    var virtuous = StandIn.builder().rows("contacts", 30, 2).build();
    var target = DuckDb.withTimes(folder, 1000);
    try (var orchestrator = new Orchestrator(folder, virtuous, target, "contacts")) {
      orchestrator.discover().run();

      assertThat(orchestrator.comparison().differences())
          .containsExactly("contacts " + virtuous.ids("contacts").get(0) + " is missing");
    }
  }
}
