package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.target.Environment;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.BuiltTap;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Piped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Singer's own checker holds every record against its schema. It reads a pipe: when it starts a tap
 * itself, its two readers race.
 */
@With("singer-tools")
@Tag("slow")
final class SingerCheckTapTest {
  private static final Environment CHECKER = new Environment("check-tap");

  @TempDir private Path folder;
  private final StandIn virtuous = StandIn.builder().allRows(60, 1).build();
  private StandInServer server;
  private BuiltTap tap;

  @BeforeEach
  void serve() throws IOException {
    server = StandInServer.serving(virtuous, 0);
    tap = Orchestrator.inSmallPages(folder, server.baseUri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** It makes a folder of its own where it runs. */
  private Launch checker() {
    return Launch.of(CHECKER.program("singer-check-tap")).from(folder);
  }

  /** The checker's report. */
  private String checked(Optional<JsonNode> state) throws Exception {
    return ended(state, checker()).well().reader().out();
  }

  private Piped.Ended ended(Optional<JsonNode> state, Launch reader) throws Exception {
    try (var piped = tap.sync(state).startInto(reader)) {
      return piped.ended();
    }
  }

  @Test
  void all_streams_pass() throws Exception {
    var report = checked(Optional.empty());

    assertThat(report).contains("The output is valid.");
    for (var table : TableMap.names()) {
      assertThat(report).containsPattern(table + " *\\| " + virtuous.size(table) + " ");
    }
  }

  @Test
  void so_does_what_follows_on_a_run_that_was_stopped() throws Exception {
    tap.discover();
    var lastState = "/\"STATE\"/ { state = $0 } NR == 200 { print state; exit }";
    var stopped = ended(Optional.empty(), Launch.of(Path.of("awk"), lastState));

    var report = checked(Optional.of(stopped.reader().state()));

    assertThat(report).contains("The output is valid.");
  }
}
