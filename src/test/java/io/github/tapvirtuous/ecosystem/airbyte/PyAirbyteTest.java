package io.github.tapvirtuous.ecosystem.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.Orchestrator;
import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.truth.Comparison;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.BuiltTap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get who read by way of PyAirbyte. */
@With("airbyte")
@Tag("slow")
final class PyAirbyteTest {
  @TempDir private Path folder;
  private final StandIn virtuous = StandIn.builder().allRows(60, 1).build();
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

  private void expectTheTruth() throws Exception {
    var catalog = Catalog.in(new Source(folder, tap).discover()).asSingers();
    assertThat(new Comparison(virtuous, pyAirbyte, catalog).differences()).isEmpty();
  }

  @Test
  void a_good_key_passes_its_check_without_noise() throws Exception {
    var checked = pyAirbyte.ask("check").well();

    assertThat(checked.err()).contains("Connection check succeeded").doesNotContain("Exception");
  }

  @Test
  void all_streams_are_offered() throws Exception {
    var offered = pyAirbyte.ask("streams").well().document().path("streams");

    assertThat(offered.valueStream().map(each -> each.asString()))
        .containsExactlyInAnyOrderElementsOf(TableMap.names());
  }

  @Test
  void every_row_of_every_stream_is_stored_and_later_what_has_changed() throws Exception {
    pyAirbyte.read();
    expectTheTruth();
    virtuous.modifySome("gifts", 9);
    virtuous.insertLikeAnother("contacts");
    virtuous.insertLikeAnother("segments");

    pyAirbyte.read();

    expectTheTruth();
    assertThat(pyAirbyte.rows("gifts").size()).isEqualTo(virtuous.size("gifts"));
  }

  @Test
  void a_later_read_brings_what_has_changed_alone() throws Exception {
    pyAirbyte.read("gifts", "contacts");
    virtuous.modifySome("gifts", 9);
    virtuous.insertLikeAnother("gifts");

    assertThat(pyAirbyte.read("gifts", "contacts")).isEqualTo(9 + 1);
  }

  /** They have no date that says when they were changed; PyAirbyte asks as if they had. */
  @Test
  void streams_without_a_modified_date_are_read_whole_each_time() throws Exception {
    pyAirbyte.read("organization_groups");

    assertThat(pyAirbyte.read("organization_groups"))
        .isEqualTo(virtuous.size("organization_groups"));
  }

  @Test
  void a_deleted_row_stays_until_all_is_replaced() throws Exception {
    pyAirbyte.read("gifts");
    virtuous.delete("gifts", virtuous.ids("gifts").get(7));
    pyAirbyte.read("gifts");
    assertThat(pyAirbyte.rows("gifts").size()).isEqualTo(60);

    pyAirbyte.ask("replace", "gifts").well();

    assertThat(pyAirbyte.rows("gifts").size()).isEqualTo(59);
    assertThat(pyAirbyte.read("gifts")).as("whole once more").isEqualTo(59);
    assertThat(pyAirbyte.read("gifts")).as("what has changed alone").isZero();
  }

  @Test
  void somebody_may_stop_after_some_rows() throws Exception {
    assertThat(pyAirbyte.ask("peek", "gifts").well().document()).hasToString("{\"rows\":3}");
  }
}
