package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.process.Launch;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @RegisterExtension private final Tap tap = new Tap();

  @ParameterizedTest
  @CsvSource({"LC_ALL, C", "LC_ALL, POSIX", "LC_ALL, ''", "LANG, xx_XX.UTF-8"})
  void any_letter_may_stand_in_paths(String variable, String locale) throws Exception {
    tap.tables("segments").without("api_key").config();
    tap.file("state.json", "{\"mine\": 1}");
    tap.file("key", "demo-key");

    var ran =
        Launch.of(List.of("sh", "-c", SCRIPT, "sh", tap.folder().toString()))
            .with("LC_ALL", "")
            .with("LC_CTYPE", "")
            .with("LANG", "")
            .with(variable, locale)
            .run();

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.states()).first().matches(state -> state.path("mine").intValue() == 1);
    assertThat(ran.records("segments")).isNotEmpty();
    assertThat(ran.messages()).last().asString().contains("STATE");
  }
}
