package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.source.Setting;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.config.source.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SettingsPageTest {
  private static final Path PAGE = Path.of("docs", "settings.md");
  private static final Pattern NAME = Pattern.compile("(?m)^\\| `(\\w+)`");
  private static final String START = "<!-- settings -->\n";
  private static final String END = "<!-- /settings -->";

  @Test
  void shows_the_settings_of_the_schema() throws IOException {
    var page = Files.readString(PAGE);

    var expected = withTable(page, SettingsTable.of(SettingsSchema.load()));

    if (System.getProperty("golden.update") != null) { // then read the diff
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  @Test
  void the_six_of_the_readme_are_among_them() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var table = readme.substring(readme.indexOf("## Six settings"), readme.indexOf("## Tables"));

    var six = NAME.matcher(table).results().map(row -> row.group(1)).toList();

    assertThat(six).hasSize(6).isSubsetOf(keys());
  }

  private static List<String> keys() {
    return SettingsSchema.load().leaves().stream().map(Setting::key).toList();
  }

  private static String withTable(String page, String table) {
    assertThat(page).contains(START, END);
    var before = page.substring(0, page.indexOf(START) + START.length());
    var after = page.substring(page.indexOf(END));
    return before + table + after;
  }
}
