package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.error.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class NeedsTest {
  private final List<String> hidden = new ArrayList<>();
  @RegisterExtension private final ConfigFolder folder = new ConfigFolder();

  @Test
  void a_run_that_calls_Virtuous_needs_a_key() {
    assertThatThrownBy(() -> read("{\"page_size\": 3}", Needs.API_KEY))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("Neither \"api_key\" nor \"api_key_file\" is set.");
  }

  @Test
  void a_run_that_never_does_needs_none() {
    var config = read("{\"page_size\": 3}", Needs.NOTHING);

    assertThat(config.connection().apiKey()).isEqualTo(Secret.NONE);
    assertThat(config.reading().pageSize()).isEqualTo(3);
  }

  @Test
  void a_key_that_is_not_needed_is_hidden_but_not_looked_at() {
    var config = read("{\"api_key\": \"k 1\", \"api_key_file\": \"/no/such\"}", Needs.NOTHING);

    assertThat(config.connection().apiKey()).isEqualTo(Secret.NONE);
    assertThat(hidden).contains("k 1");
  }

  @Test
  void what_else_is_wrong_is_told_whatever_is_needed() {
    assertThatThrownBy(() -> read("{\"api_key\": 7, \"page_size\": 1}", Needs.NOTHING))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("\"api_key\" is a number.")
        .hasMessageContaining("\"page_size\" is 1.");
  }

  private TapConfig read(String text, Needs needs) {
    var file = folder.file("config.json", text);
    return ConfigReader.read(List.of(file), Map.of(), needs, each -> hidden.add(each.value()));
  }
}
