package io.github.tapvirtuous.ecosystem.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.Orchestrator;
import io.github.tapvirtuous.ecosystem.Receiving;
import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.truth.Comparison;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.standin.webhook.WebhookHabits;
import io.github.tapvirtuous.testing.BuiltTap;
import io.github.tapvirtuous.testing.process.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each line of the source, read with the models of Airbyte's two kits. */
@With({"airbyte-cdk", "airbyte_protocol_models_pdv2"})
@Tag("slow")
final class MessagesTest {
  @TempDir private Path folder;
  private final StandIn virtuous =
      StandIn.builder().allRows(60, 1).webhooks(WebhookHabits.GOOD).build();
  private StandInServer server;
  private BuiltTap tap;
  private Source source;

  @BeforeEach
  void serve() throws IOException {
    server = StandInServer.serving(virtuous, 0);
    tap = Orchestrator.inSmallPages(folder, server.baseUri());
    source = new Source(folder, tap);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** How many messages of each type both kits have understood, and all of each. */
  private JsonNode understood(Ran ran) throws Exception {
    var lines = Files.writeString(folder.resolve("lines.jsonl"), ran.out()).toString();
    return PyAirbyte.script(folder, PyAirbyte.ours("messages.py"), lines).run().well().document();
  }

  @Test
  void those_of_spec_check_and_discovery_are_understood() throws Exception {
    assertThat(understood(source.spec().well()).path("SPEC").intValue()).isEqualTo(1);
    assertThat(understood(source.check().well()).path("CONNECTION_STATUS").intValue()).isEqualTo(1);
    assertThat(understood(source.discover().well()).path("CATALOG").intValue()).isEqualTo(1);
  }

  @Test
  void those_of_a_check_that_fails_are_understood() throws Exception {
    tap.set("api_key", "somebody-elses");

    assertThat(understood(source.check().well()).path("CONNECTION_STATUS").intValue()).isEqualTo(1);
  }

  @Test
  void those_of_a_read_are_understood_and_its_records_have_every_digit() throws Exception {
    var catalog = Catalog.in(source.discover());

    var read = source.read(catalog).well();

    assertThat(understood(read).path("RECORD").intValue())
        .isEqualTo(read.messages("RECORD").size())
        .isPositive();
    assertThat(new Comparison(virtuous, new Lines(read), catalog.asSingers()).differences())
        .isEmpty();
  }

  /** A value that fits no column, a wait for the quota, a deleted row. */
  @Test
  void those_of_what_is_rare_are_understood() throws Exception {
    tap.set("tables", new String[] {"contacts", "gifts"});
    try (var receiving = new Receiving(tap, folder)) {
      var catalog = Catalog.in(source.discover());
      virtuous.change("gifts", virtuous.ids("gifts").get(3), row -> row.put("amount", "much"));
      virtuous.delete("gifts", virtuous.ids("gifts").get(7));
      receiving.takeAll(virtuous);
      virtuous.plan(When.page(24).of("contacts"), Faults.limited(Map.of("Retry-After", "1")));

      var read = source.read(catalog).well();

      assertThat(read.out())
          .contains("\"RATE_LIMITED\"")
          .contains("\"SOURCE_SERIALIZATION_ERROR\"")
          .contains("\"_ab_cdc_deleted_at\":\"2");
      assertThat(understood(read).path("TRACE").intValue()).isPositive();
    }
  }

  @Test
  void those_of_a_stream_that_fails_are_understood() throws Exception {
    tap.set("tables", new String[] {"contacts", "gifts"});
    var catalog = Catalog.in(source.discover());
    virtuous.plan(When.page(24).of("gifts").forever(), Faults.status(500));

    var read = source.read(catalog);

    assertThat(read.exitCode()).isEqualTo(1);
    assertThat(read.out()).contains("\"INCOMPLETE\"").contains("\"failure_type\"");
    assertThat(understood(read).path("TRACE").intValue()).isPositive();
  }
}
