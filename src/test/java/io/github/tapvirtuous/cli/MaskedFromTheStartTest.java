package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log hides a secret before it says anything, even a key that could be any other word. */
final class MaskedFromTheStartTest {
  @RegisterExtension private final Tap tap = new Tap();

  /** Keys differ from test to test: the mask never forgets one. */
  private static void assertHidden(String key, TapRun run) {
    assertThat(run.log()).as("what is masked").anyMatch(line -> line.contains(key));
    assertThat(run.shown()).noneMatch(line -> line.contains(key)).anyMatch(each -> masks(each));
  }

  private static boolean masks(String line) {
    return line.contains("***");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auth_scheme | \"key-a\"",
        "page_size | \"key-b\"",
        "tables | [\"key-c\"]",
        "base_url | \"http://key-d/\"",
        "key-e | 1",
      })
  void when_it_is_repeated_in_the_same_file(String setting, String value) {
    var key = (setting + value).replaceAll(".*(key-.).*", "$1");

    assertHidden(key, tap.set("api_key", '"' + key + '"').set(setting, value).sync());
  }

  @Test
  void when_it_is_repeated_in_another_file_and_overridden() {
    var other = tap.file("other.json", "{\"api_key\": \"another\", \"key-f\": 1}");

    assertHidden("key-f", tap.set("api_key", "\"key-f\"").sync("--config", other));
  }

  @Test
  void when_it_is_in_the_key_file() {
    var file = tap.file("key.txt", "key-g\n").replace("\\", "\\\\");

    assertHidden(
        "key-g",
        tap.without("api_key")
            .set("api_key_file", '"' + file + '"')
            .set("key-g", 1)
            .variable("TAP_VIRTUOUS_key-g", "1")
            .sync("--config", "ENV"));
  }

  @Test
  void when_it_is_in_the_environment() {
    tap.variable("TAP_VIRTUOUS_API_KEY", "key-h").variable("TAP_VIRTUOUS_PAGE_SIZE", "key-h");

    assertHidden("key-h", tap.sync("--config", "ENV"));
  }

  @Test
  void when_it_cannot_be_used() {
    assertHidden("key q", tap.set("api_key", "\"key q\"").set("auth_scheme", "\"key q\"").sync());
  }

  @Test
  void when_it_is_of_another_kind() {
    tap.set("api_key", "{\"key-j\": [\"key-k\"]}");

    assertHidden("key-j", tap.set("auth_scheme", "\"key-j\"").sync());
    assertHidden("key-k", tap.set("auth_scheme", "\"key-k\"").sync());
  }

  @Test
  void when_it_stands_behind_the_word_before_it() {
    tap.set("api_key", "\"Bearer key-l\"").set("auth_scheme", "\"key-l\"");

    assertHidden("key-l", tap.sync());
  }

  @Test
  void when_another_file_is_broken() {
    var broken = tap.file("key-m.json", "{");

    assertHidden("key-m", tap.set("api_key", "\"key-m\"").sync("--config", broken));
  }
}
