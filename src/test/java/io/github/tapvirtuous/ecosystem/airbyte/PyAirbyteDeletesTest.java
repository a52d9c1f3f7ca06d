package io.github.tapvirtuous.ecosystem.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.Orchestrator;
import io.github.tapvirtuous.ecosystem.Receiving;
import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.standin.webhook.WebhookHabits;
import io.github.tapvirtuous.testing.BuiltTap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Changes of which Virtuous tells a receiver, in the store of PyAirbyte. */
@With("airbyte")
@Tag("slow")
final class PyAirbyteDeletesTest {
  private static final String DELETED = "_ab_cdc_deleted_at";

  @TempDir private Path folder;
  private final StandIn virtuous =
      StandIn.builder().rows("gifts", 60, 1).webhooks(WebhookHabits.GOOD).build();
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

  private List<JsonNode> gifts(long id) {
    return pyAirbyte.rows("gifts").stream().filter(row -> row.path("id").asLong() == id).toList();
  }

  @Test
  void a_deleted_row_is_marked() throws Exception {
    try (var receiving = new Receiving(tap, folder)) {
      pyAirbyte.read("gifts");
      var deleted = virtuous.ids("gifts").get(7);
      virtuous.delete("gifts", deleted);
      receiving.takeAll(virtuous);

      pyAirbyte.read("gifts");

      assertThat(gifts(deleted))
          .singleElement()
          .satisfies(row -> assertThat(row.path(DELETED).asString()).startsWith("2"))
          .satisfies(row -> assertThat(row.path("amount").isNull()).isTrue());
    }
  }

  /** It keeps all records of a key that is new to it, and the first one of a key that is not. */
  @Test
  void a_new_row_of_which_an_event_tells_too_is_stored_twice() throws Exception {
    try (var receiving = new Receiving(tap, folder)) {
      pyAirbyte.read("gifts");
      var before = virtuous.ids("gifts");
      virtuous.insertLikeAnother("gifts");
      virtuous.modifySome("gifts", 5);
      receiving.takeAll(virtuous);

      pyAirbyte.read("gifts");

      var added = virtuous.ids("gifts").stream().filter(id -> !before.contains(id)).toList();
      assertThat(added).hasSize(1);
      assertThat(gifts(added.get(0))).hasSize(2);
      assertThat(pyAirbyte.rows("gifts").size()).isEqualTo(virtuous.size("gifts") + 1);
    }
  }
}
