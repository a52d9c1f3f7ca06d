package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths with letters of the whole world, where the locale knows of none: in cron, above all. */
final class LocaleProcessTest {
  /** The letters are written as their bytes: these tests may run in such a locale themselves. */
  private static final String SCRIPT =
      """
      set -e
      tap=$PWD/bin/tap-virtuous
      cd "$1"
      place=$(printf 'Zo\303\253 \346\227\245\346\234\254')
      mkdir "$place"
      mv config.json state.json key "$place"
      export TAP_VIRTUOUS_API_KEY_FILE="$place/key"
      "$tap" --config "$place/config.json" --config ENV --discover >"$place/catalog.json"
      exec "$tap" --config "$place/config.json" --config ENV \
        --catalog "$place/catalog.json" --state "$place/state.json"
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=", "LANG=xx_XX.UTF-8"})
  void any_letter_may_stand_in_paths(String locale) throws Exception {
    try (var virtuous = StandInServer.serving(StandIn.builder().build(), 0)) {
      var config = "{\"tables\": [\"segments\"], \"base_url\": \"" + virtuous.baseUri() + "\"}";
      Files.writeString(folder.resolve("config.json"), config);
      Files.writeString(folder.resolve("state.json"), "{\"mine\": 1}");
      Files.writeString(folder.resolve("key"), "demo-key");

      try (var tap =
          TapProcess.start(
              folder,
              List.of("sh", "-c", SCRIPT, "sh", folder.toString()),
              "LC_ALL=",
              "LC_CTYPE=",
              "LANG=",
              locale)) {
        assertThat(tap.lineWith("STATE")).contains("\"mine\":1");
        assertThat(tap.lineWith("RECORD")).contains("segments");
        assertThat(tap.remainingLines()).isNotEmpty();
        assertThat(tap.exitCode()).as(tap.errors()).isZero();
      }
    }
  }
}
