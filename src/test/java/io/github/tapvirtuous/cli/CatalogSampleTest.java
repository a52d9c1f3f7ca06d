package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.testing.Expectation;
import io.github.tapvirtuous.testing.Tap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CatalogSampleTest {
  @RegisterExtension private final Tap tap = new Tap();

  @Test
  void the_sample_catalog_is_what_the_tap_discovers() throws IOException {
    Expectation.matches(Path.of("catalog.sample.json"), tap.discover().text());
  }
}
