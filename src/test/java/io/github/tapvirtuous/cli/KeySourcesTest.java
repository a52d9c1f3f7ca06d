package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of several keys, which one is sent: {@code api_key} and {@code api_key_file} are one setting. */
final class KeySourcesTest {
  @RegisterExtension private final Tap tap = new Tap();

  @BeforeEach
  void only_one_key_is_good() {
    tap.tables("segments").serves(StandIn.builder().keys("good-key"));
  }

  private static void assertGood(TapRun run) {
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }

  private String setsKey(String name, String key) {
    return tap.file(name, "{\"api_key\": \"" + key + "\"}");
  }

  private String setsKeyFile(String name, String key) {
    var file = tap.file(name + ".key", key).replace("\\", "\\\\");
    return tap.file(name, "{\"api_key_file\": \"" + file + "\"}");
  }

  @Test
  void a_key_file_in_the_environment_wins_over_a_key_in_a_file() {
    tap.set("api_key", "\"another\"")
        .variable("TAP_VIRTUOUS_API_KEY_FILE", tap.file("good.key", "good-key"));

    assertGood(tap.sync("--config", "ENV"));
  }

  @Test
  void a_key_in_the_environment_wins_over_a_key_file_in_a_file() {
    tap.variable("TAP_VIRTUOUS_API_KEY", "good-key");

    assertGood(tap.without("api_key").sync("--config", "ENV", "--config", setsKeyFile("f", "bad")));
  }

  @Test
  void a_key_file_in_a_later_file_wins_over_a_key_in_an_earlier_one() {
    assertGood(tap.set("api_key", "\"bad\"").sync("--config", setsKeyFile("later", "good-key")));
  }

  @Test
  void a_key_in_a_later_file_wins_over_a_key_file_in_an_earlier_one() {
    var earlier = setsKeyFile("earlier", "bad");
    var later = setsKey("later", "good-key");

    assertGood(
        tap.run("--config", earlier, "--config", tap.without("api_key").config(), "-c", later));
  }

  @Test
  void nulls_take_away_the_key_of_an_earlier_file() {
    var later = tap.file("later", "{\"api_key\": null, \"api_key_file\": null, \"page_size\": 5}");
    var earlier = setsKeyFile("earlier", "good-key");

    var run = tap.without("api_key").sync("--config", earlier, "--config", later);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("Neither");
  }

  @Test
  void both_in_one_source_are_one_too_many_whatever_came_before() {
    var both = tap.file("both", "{\"api_key\": \"good-key\", \"api_key_file\": \"good.key\"}");

    var run = tap.sync("--config", both);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).singleElement().asString().contains("Both", "Keep one");
  }
}
