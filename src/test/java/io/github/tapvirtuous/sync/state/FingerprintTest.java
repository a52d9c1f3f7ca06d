package io.github.tapvirtuous.sync.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.ConfigReader;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.table.Column;
import io.github.tapvirtuous.table.FieldType;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.table.TableSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
  private static final TableSchema TWO_COLUMNS =
      schema(new Column("id", FieldType.INTEGER), new Column("amount", FieldType.NUMBER));

  private static TableSchema schema(Column... columns) {
    return new TableSchema(List.of(columns), "id");
  }

  private static TapConfig config(Map<String, String> settings) {
    var environment = new HashMap<>(settings);
    environment.put("TAP_VIRTUOUS_API_KEY", "demo-key");
    return ConfigReader.read(List.of("ENV"), environment, Needs.API_KEY, secret -> {});
  }

  private static Table table(String name) {
    return TableMap.named(name).orElseThrow();
  }

  /** States hold it: with another value every interrupted scan would begin anew. */
  @Test
  void is_the_same_in_every_version() {
    assertThat(Fingerprint.of(config(Map.of()), table("gifts"), TWO_COLUMNS))
        .isEqualTo("2db2f5f788fdaa1c");
  }

  @Test
  void differs_in_whatever_moves_a_row_or_fills_a_column() {
    var plain = config(Map.of());
    var all =
        Stream.of(
            Fingerprint.of(plain, table("gifts"), TWO_COLUMNS),
            Fingerprint.of(plain, table("pledges"), TWO_COLUMNS),
            Fingerprint.of(
                config(Map.of("TAP_VIRTUOUS_BASE_URL", "https://other.example/api/")),
                table("gifts"),
                TWO_COLUMNS),
            Fingerprint.of(
                config(Map.of("TAP_VIRTUOUS_INCLUDE_ARCHIVED", "true")),
                table("gifts"),
                TWO_COLUMNS),
            Fingerprint.of(plain, table("gifts"), schema(new Column("id", FieldType.INTEGER))),
            Fingerprint.of(
                plain,
                table("gifts"),
                schema(
                    new Column("id", FieldType.INTEGER), new Column("amount", FieldType.STRING))));

    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void does_not_know_the_page_size() {
    var gifts = table("gifts");

    assertThat(Fingerprint.of(config(Map.of("TAP_VIRTUOUS_PAGE_SIZE", "10")), gifts, TWO_COLUMNS))
        .isEqualTo(Fingerprint.of(config(Map.of()), gifts, TWO_COLUMNS));
  }
}
