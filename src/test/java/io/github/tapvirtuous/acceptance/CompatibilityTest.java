package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.acceptance.promise.CatalogPromise;
import io.github.tapvirtuous.acceptance.promise.SpecPromise;
import io.github.tapvirtuous.testing.Expectation;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.Source;
import io.github.tapvirtuous.testing.output.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * Whoever has a connection keeps it with a newer version: configs stay valid, columns stay what
 * they are. Whatever only adds to it passes; {@code -Dgolden.update} then makes it a promise too.
 */
final class CompatibilityTest {
  private static final Path PROMISED = Path.of("src/test/resources/airbyte");
  private static final String HOW =
      "It breaks what users have. If that has to be, write %s anew with -Dgolden.update, and say in"
          + " the changelog what they have to do.";

  @RegisterExtension private final Tap tap = new Tap();

  private final Source source = Source.inProcess(tap);

  @Test
  void the_spec_keeps_its_promises() throws IOException {
    var spec = source.spec().output().spec();

    assertKept("spec.json", spec, SpecPromise::broken);
  }

  @Test
  void the_catalog_keeps_its_promises() throws IOException {
    var catalog = source.discover().well().output().catalog();

    assertKept("catalog.json", catalog, CatalogPromise::broken);
  }

  private static void assertKept(
      String name, JsonNode now, BiFunction<JsonNode, JsonNode, List<String>> broken)
      throws IOException {
    var file = PROMISED.resolve(name);
    if (System.getProperty("golden.update") != null || !Files.exists(file)) {
      Expectation.matches(file, now.toPrettyString() + "\n");
    }
    var promised = StrictJson.of(Files.readString(file));
    assertThat(broken.apply(promised, now)).as(HOW, file).isEmpty();
  }
}
