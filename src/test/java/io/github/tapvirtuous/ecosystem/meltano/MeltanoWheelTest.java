package io.github.tapvirtuous.ecosystem.meltano;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.wheel.Machine;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wheel as the {@code pip_url} of an extractor, on a machine without Java. */
@With("meltano")
@Tag("slow")
final class MeltanoWheelTest {
  private static final int ROWS = 30;
  private static final String THIS_JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;
  private final StandIn virtuous =
      StandIn.builder().rows("gifts", ROWS, 1).rows("contacts", ROWS, 1).build();
  private StandInServer server;
  private Machine machine;
  private Meltano meltano;

  @BeforeEach
  void start() throws Exception {
    server = StandInServer.serving(virtuous, 0);
    machine = new Machine(folder);
    meltano = Meltano.in(folder, server.baseUri());
    machine.variables().forEach(meltano::with);
    meltano.with("TAP_VIRTUOUS_JAVA", THIS_JAVA);
  }

  @AfterEach
  void stop() throws IOException {
    meltano.close();
    machine.close();
    server.close();
  }

  /** From now on there is no Java but the one that comes with it. */
  private void installWheel() throws Exception {
    meltano.with("TAP_VIRTUOUS_JAVA", "").with("JAVA_HOME", "");
    var wheel = Files.copy(Machine.wheel(), meltano.file(Machine.wheel().getFileName().toString()));
    var project = Files.readString(meltano.file("meltano.yml"));
    meltano.write(
        "meltano.yml",
        project.replace(
            "executable: ../bin/tap-virtuous",
            "executable: tap-virtuous\n    pip_url: '\"" + wheel + "[java]\"'"));
    meltano.run("install", "extractor", "tap-virtuous").well();
  }

  /** Requests of one more run. */
  private int requestsOfARun() throws Exception {
    var before = requests();
    meltano.runPipeline().well();
    return requests() - before;
  }

  private int requests() {
    return virtuous.requestCount();
  }

  @Test
  void the_catalog_is_asked_for_once_and_spares_all_later_runs_a_start_and_the_samples()
      throws Exception {
    meltano.runPipeline().well();
    var asking = requestsOfARun();
    installWheel();
    meltano.runPipeline().well();

    var sparing = requestsOfARun();

    assertThat(sparing).isLessThan(asking);
    assertThat(meltano.loaded("gifts")).hasSizeGreaterThanOrEqualTo(ROWS);
  }
}
