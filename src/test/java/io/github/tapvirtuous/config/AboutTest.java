package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.source.SettingsJson;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.config.source.SettingsTable;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Rule;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class AboutTest {
  @Test
  @Rule("CLI-8")
  void json_tells_what_plugin_hubs_ask_for() {
    var about = SettingsJson.MAPPER.readTree(About.in(About.Format.JSON));

    assertThat(about.propertyNames())
        .containsExactly(
            "name", "description", "version", "capabilities", "settings", "environment");
    assertThat(about.get("name").stringValue()).isEqualTo("tap-virtuous");
    assertThat(about.get("version").stringValue()).isEqualTo(Version.current());
    assertThat(about.get("capabilities"))
        .hasToString(
            "[\"catalog\",\"discover\",\"state\",\"about\",\"test\",\"activate-version\",\"structured-logging\"]");
    assertThat(about.get("settings")).isEqualTo(SettingsSchema.load().document());
    assertThat(about.at("/environment/max_concurrent_requests").stringValue())
        .isEqualTo("TAP_VIRTUOUS_MAX_CONCURRENT_REQUESTS");
  }

  @Test
  void text_tells_every_setting_with_its_variable() {
    assertThat(About.in(About.Format.TEXT))
        .startsWith("tap-virtuous " + Version.current() + "\nSinger tap for Virtuous CRM+\n")
        .contains(
            "\nCapabilities: catalog, discover, state, about, test, activate-version, structured-logging\n",
            """

              page_size  (TAP_VIRTUOUS_PAGE_SIZE)
                  2 to 1000; default 250
                  Rows per request.
            """,
            "\n  api_key  (TAP_VIRTUOUS_API_KEY)\n      text, secret\n      The key")
        .endsWith("minutes.\n");
  }

  @Test
  void text_fits_a_terminal_and_names_every_stream() {
    var text = About.in(About.Format.TEXT);

    assertThat(text.lines())
        .allMatch(line -> line.length() <= 100)
        .anyMatch(line -> line.length() > 90);
    assertThat(text.replaceAll("\\s+", " "))
        .contains(" Streams: " + String.join(", ", TableMap.names()) + " Settings, in")
        .contains(" The key that Virtuous gave you, made there under Settings > All Settings > ");
  }

  @Test
  void markdown_holds_the_settings_table() {
    assertThat(About.in(About.Format.MARKDOWN))
        .startsWith("# tap-virtuous\n\nSinger tap for Virtuous CRM+, version ")
        .contains("\n* `structured-logging`\n\n## Settings\n\n| Setting |")
        .endsWith(SettingsTable.of(SettingsSchema.load()));
  }

  @Test
  void a_row_of_the_table_tells_all_of_a_setting() {
    assertThat(SettingsTable.of(SettingsSchema.load()))
        .contains(
            "\n| `page_size` | `250` | 2 to 1000 | Rows per request. | `TAP_VIRTUOUS_PAGE_SIZE` |\n",
            "\n| `include_archived` | `false` | true, false |",
            "\n| `schema_drift` | `drop` | drop, fail |",
            "\n| `tables` |  | list |",
            "\n| `api_key` |  | text, secret |");
  }

  @Test
  void needs_no_schema_validator() throws Exception {
    try (var loader = withoutValidator()) {
      var about = loader.loadClass(About.class.getName());
      var format = loader.loadClass(About.Format.class.getName());

      var text = about.getMethod("in", format).invoke(null, format.getEnumConstants()[0]);

      assertThat((String) text).startsWith("tap-virtuous ");
    }
  }

  private static URLClassLoader withoutValidator() {
    var urls =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path"))
            .filter(entry -> !entry.contains("networknt"))
            .map(AboutTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
