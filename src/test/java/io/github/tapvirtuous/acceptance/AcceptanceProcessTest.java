package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.acceptance.promise.CatalogPromise;
import io.github.tapvirtuous.acceptance.promise.SpecPromise;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.standin.query.Offer;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.AirbyteOutput;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Destination;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What Airbyte's own acceptance tests ask of a connector, one by one, of the built program. */
final class AcceptanceProcessTest {
  private static final Path PROMISED = Path.of("src/test/resources/airbyte");

  @RegisterExtension
  private final Tap tap = Tap.patient().set("page_size", 10).set("retry_delay", 0);

  private final Source source = Source.built(tap);

  private static StandInBuilder allTables() {
    return StandIn.builder().allRows(25, 3).offers("gifts", Offer.KEY_LISTS);
  }

  private void assertStored(Destination destination, ConfiguredCatalog catalog) {
    assertThat(StoredRows.differences(destination, catalog, tap.standIn())).isEmpty();
  }

  @Test
  void spec() {
    assertThat(source.spec().output().spec().at("/connectionSpecification/required"))
        .hasToString("[\"api_key\"]");
  }

  @Test
  void connection() {
    var good = source.check().well().output().connectionStatus();
    tap.set("api_key", "\"another\"");
    var bad = source.check().well().output().connectionStatus();

    assertThat(good.path("status").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(bad.path("status").stringValue()).isEqualTo("FAILED");
    assertThat(bad.path("message").stringValue()).contains("api_key");
  }

  @Test
  void discovery() {
    var catalog = source.discover().well().output().catalog();

    assertThat(catalog.path("streams"))
        .extracting(stream -> stream.path("name").stringValue())
        .containsExactlyElementsOf(TableMap.names());
  }

  @Test
  void basic_read_and_incremental_read() {
    tap.serves(allTables());
    var catalog = source.discovered();
    var destination = new Destination(catalog).load(source.read(catalog).well().output());
    assertStored(destination, catalog);

    var changed = tap.standIn().modifySome("gifts", 3);
    tap.standIn().insertLikeAnother("gifts");
    var second = source.read(catalog, destination.states()).well().output();

    assertThat(second.ids("gifts")).containsAll(changed);
    assertStored(destination.load(second), catalog);
  }

  @Test
  void full_refresh() {
    tap.tables("gifts", "segments").serves(allTables());
    var catalog = ConfiguredCatalog.fullRefresh(source.discover().well().output().catalog());

    var first = source.read(catalog).well().output();
    var second = source.read(catalog, first.lastStates()).well().output();

    assertThat(data(second)).isEqualTo(data(first)).hasSizeGreaterThan(25);
  }

  private static List<String> data(AirbyteOutput output) {
    return output.records().stream().map(record -> record.path("data").toString()).toList();
  }

  @Test
  void resumption() {
    tap.tables("gifts").serves(allTables());
    var catalog = source.discovered();
    var whole = source.read(catalog).well().output();
    var half = whole.first(whole.messages().size() / 2);
    var destination = new Destination(catalog).load(half);

    var rest = source.read(catalog, destination.states()).well().output();

    assertThat(rest.rows("gifts")).hasSizeLessThan(25);
    assertStored(destination.load(rest), catalog);
  }

  @Test
  void backward_compatibility() throws Exception {
    var spec = source.spec().output().spec();
    var catalog = source.discover().well().output().catalog();

    assertThat(SpecPromise.broken(promised("spec.json"), spec)).isEmpty();
    assertThat(CatalogPromise.broken(promised("catalog.json"), catalog)).isEmpty();
  }

  private static JsonNode promised(String name) throws Exception {
    return StrictJson.of(Files.readString(PROMISED.resolve(name)));
  }
}
