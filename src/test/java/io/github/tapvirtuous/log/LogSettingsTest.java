package io.github.tapvirtuous.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSettingsTest {
  @TempDir private Path folder;

  @Test
  void plain_text_at_info_is_the_rule() {
    var settings = LogSettings.from(Map.of());

    assertThat(settings.level()).isEqualTo(LogLevel.INFO);
    assertThat(settings.format()).isEqualTo(new TextLines(true));
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  @Rule("LOG-5")
  void meltano_s_structured_config_gives_json_at_its_level() {
    var settings = LogSettings.from(SdkFile.structured(folder, "DEBUG"));

    assertThat(settings.level()).isEqualTo(LogLevel.DEBUG);
    assertThat(settings.format()).isInstanceOf(JsonLines.class);
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void meltano_s_other_config_gives_bare_messages_at_its_level() {
    var settings = LogSettings.from(SdkFile.bare(folder, "WARNING"));

    assertThat(settings.level()).isEqualTo(LogLevel.WARNING);
    assertThat(settings.format()).isEqualTo(new TextLines(false));
  }

  @Test
  void the_file_s_level_comes_before_the_variables() {
    var environment = new HashMap<>(SdkFile.structured(folder, "ERROR"));
    environment.put("LOGLEVEL", "loud");

    var settings = LogSettings.from(environment);

    assertThat(settings.level()).isEqualTo(LogLevel.ERROR);
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void a_file_without_a_known_level_leaves_it_to_the_variables() {
    var environment = new HashMap<>(SdkFile.structured(folder, "Level 15"));
    environment.put("LOGLEVEL", "DEBUG");

    assertThat(LogSettings.from(environment).level()).isEqualTo(LogLevel.DEBUG);
  }

  @Test
  void a_structured_formatter_may_be_named_as_a_class() {
    var settings =
        LogSettings.from(
            SdkFile.named(
                folder,
                """
                {
                  "formatters": {"f": {"class": "singer_sdk.logging.StructuredFormatter"}},
                  "handlers": {"h": {"formatter": "f"}},
                  "root": {"handlers": ["h"]}
                }
                """));

    assertThat(settings.format()).isInstanceOf(JsonLines.class);
  }

  @Test
  void a_structured_formatter_that_the_root_does_not_use_does_not_count() {
    var settings =
        LogSettings.from(
            SdkFile.named(
                folder,
                """
                {
                  "formatters": {"f": {"()": "singer_sdk.logging.StructuredFormatter"}, "g": {}},
                  "handlers": {"metrics": {"formatter": "f"}, "console": {"formatter": "g"}},
                  "root": {"handlers": ["console", 7]}
                }
                """));

    assertThat(settings.format()).isEqualTo(new TextLines(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "version: 1", "[]", "{}", "{\"root\": 1}", "{\"root\": {}"})
  void a_file_of_another_kind_means_plain_text_and_one_warning(String text) {
    var settings = LogSettings.from(SdkFile.named(folder, text));

    assertThat(settings.format()).isEqualTo(new TextLines(true));
    assertThat(settings.warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "missing.json"})
  void a_file_that_cannot_be_read_means_plain_text_and_one_warning(String name) {
    var path = folder.resolve(name).toString();
    var log = new FreshLog(Map.of("SINGER_SDK_LOG_CONFIG", path));

    assertThat(log.lines())
        .containsExactly(
            "WARNING SINGER_SDK_LOG_CONFIG is \""
                + path
                + "\", which is no JSON file with a \"root\" object. Logging as plain text: name a"
                + " readable file, or unset it.");
  }

  @Test
  void what_looks_like_a_key_is_not_shown() {
    var key = "v_Kx3PqR8tLm0wYz5B";
    var level = LogSettings.from(Map.of("TAP_VIRTUOUS_LOGLEVEL", key)).warnings();
    var file = LogSettings.from(Map.of("SINGER_SDK_LOG_CONFIG", key)).warnings();

    assertThat(level).singleElement().asString().contains("\"***\"", "choose DEBUG");
    assertThat(file).singleElement().asString().contains("\"***\"", "readable file");
  }
}
