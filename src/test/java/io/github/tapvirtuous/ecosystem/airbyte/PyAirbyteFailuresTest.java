package io.github.tapvirtuous.ecosystem.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.Orchestrator;
import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.BuiltTap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see in PyAirbyte when something is wrong. */
@With("airbyte")
@Tag("slow")
final class PyAirbyteFailuresTest {
  private static final StandInBuilder ROWS =
      StandIn.builder().rows("contacts", 30, 1).rows("gifts", 60, 1);

  @TempDir private Path folder;
  private final StandIn virtuous = ROWS.build();
  private StandInServer server;
  private BuiltTap tap;
  private PyAirbyte pyAirbyte;

  @BeforeEach
  void serve() throws IOException {
    server = StandInServer.serving(virtuous, 0);
    tap = Orchestrator.inSmallPages(folder, server.baseUri());
    pyAirbyte = new PyAirbyte(folder, tap);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_bad_key_fails_the_check_which_names_it() throws Exception {
    tap.set("api_key", "somebody-elses");

    var checked = pyAirbyte.ask("check");

    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.err())
        .contains("AirbyteConnectorCheckFailedError")
        .contains("api_key")
        .doesNotContain("somebody-elses");
  }

  @Test
  void one_stream_that_fails_leaves_nothing_of_any() throws Exception {
    virtuous.plan(When.page(24).of("gifts").forever(), Faults.status(500));

    var failed = pyAirbyte.ask("read", "contacts", "gifts");

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err()).contains("AirbyteConnectorFailedError").contains("gifts");
    assertThat(pyAirbyte.rows("contacts")).isEmpty();
    assertThat(pyAirbyte.rows("gifts")).isEmpty();

    virtuous.plan(When.always());

    assertThat(pyAirbyte.read("contacts", "gifts")).isEqualTo(30 + 60);
  }

  @Test
  void what_went_well_can_be_read_without_the_stream_that_fails() throws Exception {
    virtuous.plan(When.request(1).of("gifts").forever(), Faults.status(403));

    assertThat(pyAirbyte.read("contacts")).isEqualTo(30);
  }

  @Test
  void a_setting_that_airbyte_has_none_of_is_refused_before_anything_is_read() throws Exception {
    tap.set("webhook", Map.of("only", true));

    var refused = pyAirbyte.ask("read", "contacts");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("only");
    assertThat(virtuous.requestCount("contacts")).isZero();
  }
}
