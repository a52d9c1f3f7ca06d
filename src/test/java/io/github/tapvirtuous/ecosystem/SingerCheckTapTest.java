package io.github.tapvirtuous.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void all_streams_pass() throws Exception {
    var checker = new ProcessBuilder(CHECKER.program("singer-check-tap").toString());

    var ended = Pipeline.of(folder, tap.sync(Optional.empty()), checker).ended();

    assertThat(ended.tapCode()).as(ended.tapLog()).isZero();
    assertThat(ended.readerCode()).as(ended.readerLog()).isZero();
    assertThat(ended.output()).contains("The output is valid.");
    for (var table : TableMap.names()) {
      assertThat(ended.output()).containsPattern(table + " *\\| " + virtuous.size(table) + " ");
    }
  }
}
