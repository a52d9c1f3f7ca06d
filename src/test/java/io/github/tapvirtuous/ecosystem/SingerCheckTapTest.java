package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.pipeline.Ended;
import io.github.tapvirtuous.ecosystem.pipeline.Environment;
import io.github.tapvirtuous.ecosystem.pipeline.Pipeline;
import io.github.tapvirtuous.ecosystem.pipeline.Tap;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.table.TableMap;
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
@Tag("slow")
final class SingerCheckTapTest {
  private static final Environment CHECKER = new Environment("check-tap");

  @TempDir private Path folder;
  private final StandIn virtuous = StandIn.builder().allRows(60, 1).build();
  private StandInServer server;
  private Tap tap;

  @BeforeEach
  void serve() throws IOException {
    server = StandInServer.serving(virtuous, 0);
    tap = new Tap(folder, server.baseUri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Ended checked(Optional<JsonNode> state) throws Exception {
    var checker = new ProcessBuilder(CHECKER.program("singer-check-tap").toString());
    var ended = Pipeline.of(folder, tap.sync(state), checker).ended();
    assertThat(ended.tapCode()).as(ended.tapLog()).isZero();
    assertThat(ended.readerCode()).as(ended.readerLog()).isZero();
    return ended;
  }

  @Test
  void all_streams_pass() throws Exception {
    var report = checked(Optional.empty()).output();

    assertThat(report).contains("The output is valid.");
    for (var table : TableMap.names()) {
      assertThat(report).containsPattern(table + " *\\| " + virtuous.size(table) + " ");
    }
  }

  @Test
  void so_does_what_follows_on_a_run_that_was_stopped() throws Exception {
    tap.discover();
    var head =
        new ProcessBuilder("awk", "/\"STATE\"/ { state = $0 } NR == 200 { print state; exit }");
    var line = Pipeline.of(folder, tap.sync(Optional.empty()), head).ended().states().get(0);

    var report = checked(Optional.of(line.path("value"))).output();

    assertThat(report).contains("The output is valid.");
  }
}
