package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.config.source.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeSettingsTest {
  private static final Path README = Path.of("README.md");
  private static final String START = "<!-- settings -->\n";
  private static final String END = "<!-- /settings -->";

  @Test
  void the_readme_shows_the_settings_of_the_schema() throws IOException {
    var readme = Files.readString(README);

    var expected = withTable(readme, SettingsTable.of(SettingsSchema.load()));

    if (System.getProperty("golden.update") != null) { // then read the diff
      Files.writeString(README, expected);
    }
    assertThat(Files.readString(README)).isEqualTo(expected);
  }

  private static String withTable(String readme, String table) {
    assertThat(readme).contains(START, END);
    var before = readme.substring(0, readme.indexOf(START) + START.length());
    var after = readme.substring(readme.indexOf(END));
    return before + table + after;
  }
}
