package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.testing.LogLines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConfigSampleTest {
  @Test
  void the_sample_is_valid_and_knows_its_keys() {
    try (var log = LogLines.open()) {
      var config =
          ConfigReader.read(List.of("config.sample.json"), Map.of(), Needs.API_KEY, secret -> {});

      assertThat(config.connection().apiKey().value()).isEqualTo("your-api-key");
      assertThat(log.lines()).isEmpty();
    }
  }
}
