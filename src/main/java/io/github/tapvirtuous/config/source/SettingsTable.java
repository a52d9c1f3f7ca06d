package io.github.tapvirtuous.config.source;

import java.util.stream.Collectors;

/** The settings as a Markdown table, for {@code --about} and for {@code docs/settings.md}. */
public final class SettingsTable {
  private static final String HEAD =
      """
      | Setting | Default | Values | What it does | Environment variable |
      | --- | --- | --- | --- | --- |
      """;

  private SettingsTable() {}

  public static String of(SettingsSchema schema) {
    return HEAD + schema.leaves().stream().map(SettingsTable::row).collect(Collectors.joining());
  }

  private static String row(Setting setting) {
    return "| `%s` | %s | %s | %s | `%s` |\n"
        .formatted(
            setting.key(),
            code(setting.defaultValue()),
            setting.values(),
            setting.description().replace("|", "\\|"),
            setting.environmentName());
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}
