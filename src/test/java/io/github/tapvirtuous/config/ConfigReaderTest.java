package io.github.tapvirtuous.config;

import static io.github.tapvirtuous.config.ConfigFolder.problemsIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig.AuthScheme;
import io.github.tapvirtuous.config.TapConfig.Connection;
import io.github.tapvirtuous.config.TapConfig.Incremental;
import io.github.tapvirtuous.config.TapConfig.Limits;
import io.github.tapvirtuous.config.TapConfig.Reading;
import io.github.tapvirtuous.config.TapConfig.SchemaDrift;
import io.github.tapvirtuous.config.TapConfig.TypeMismatch;
import io.github.tapvirtuous.config.TapConfig.Typing;
import io.github.tapvirtuous.config.TapConfig.UndatedTables;
import io.github.tapvirtuous.config.WebhookConfig.Mode;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.NoWebhooks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ConfigReaderTest {
  @RegisterExtension private final ConfigFolder folder = new ConfigFolder();

  @Test
  void needs_no_more_than_a_key() {
    var config = folder.read("");

    assertThat(config)
        .isEqualTo(
            new TapConfig(
                new Connection(
                    new Secret("k-123"),
                    AuthScheme.AUTO,
                    URI.create("https://api.virtuoussoftware.com/api/"),
                    "tap-virtuous/" + Version.current(),
                    Duration.ofSeconds(120)),
                new Limits(4, 20, Duration.ofSeconds(30), 0, Integer.MAX_VALUE),
                new Reading(TableMap.all(), 250, 250, false, Duration.ofHours(24), false),
                new Incremental(1, 7, Set.of(), Instant.EPOCH, UndatedTables.WHOLE),
                new Typing(SchemaDrift.DROP, TypeMismatch.NULL, DateTimes.TIMESTAMP),
                NoWebhooks.CONFIG,
                Optional.empty()));
  }

  @Test
  void takes_every_setting_from_the_file() {
    var config =
        folder.read(
            """
            "auth_scheme": "bearer", "base_url": "http://localhost:8080/api", "tables": ["gifts"],
            "page_size": 1000, "sample_size": 1, "max_concurrent_requests": 16, "retry_limit": 3,
            "retry_delay": 0, "request_timeout": 5, "rate_limit_reserve": 500, "max_requests": 2000,
            "resume_ttl": 0, "lookback_days": 3, "full_refresh_days": 0, "full_refresh": ["gifts"],
            "start_date": "2026-01-01", "undated_tables": "new",
            "include_archived": true, "schema_drift": "fail", "type_mismatch": "fail",
            "date_times": "text", "user_agent": "our nightly job", "report_file": "report.json",
            "emit_activate_version_messages": true, "webhook": {
              "url": "https://hooks.example.org/v", "inbox": "events.db", "secrets": ["s3cret"],
              "keep_days": 7, "signature_header": "X-Sign", "mode": "payload", "only": true}
            """);

    assertThat(config)
        .isEqualTo(
            new TapConfig(
                new Connection(
                    new Secret("k-123"),
                    AuthScheme.BEARER,
                    URI.create("http://localhost:8080/api/"),
                    "our nightly job",
                    Duration.ofSeconds(5)),
                new Limits(16, 3, Duration.ZERO, 500, 2000),
                new Reading(
                    List.of(TableMap.named("gifts").orElseThrow()),
                    1000,
                    1,
                    true,
                    Duration.ZERO,
                    true),
                new Incremental(
                    3,
                    0,
                    Set.of("gifts"),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    UndatedTables.NEW),
                new Typing(SchemaDrift.FAIL, TypeMismatch.FAIL, DateTimes.TEXT),
                new WebhookConfig(
                    Optional.of(URI.create("https://hooks.example.org/v")),
                    Optional.of(new Secret("events.db")),
                    List.of(),
                    Duration.ofDays(7),
                    Optional.of("X-Sign"),
                    Mode.PAYLOAD,
                    true),
                Optional.of("report.json")));
  }

  @Test
  void a_start_date_before_all_rows_is_none() {
    var config = folder.read("\"start_date\": \"1969-12-31T23:59:59Z\"");

    assertThat(config.incremental().hasStartDate()).isFalse();
  }

  @Test
  void a_start_date_is_a_time_or_a_day() {
    assertThat(folder.problemsOf("\"start_date\": \"last year\""))
        .containsExactly(
            "\"start_date\" is \"last year\". Give a date-time with its zone, such as"
                + " \"2026-01-01T00:00:00Z\", or a date.");
    assertThat(folder.problemsOf("\"start_date\": 2026"))
        .singleElement()
        .asString()
        .contains("\"start_date\" is 2026");
    assertThat(folder.problemsOf("\"start_date\": \"\""))
        .containsExactly("\"start_date\" is empty. Fill it in, or leave it out.");
  }

  @Test
  void a_later_file_wins_over_an_earlier_one() {
    var first = folder.file("first.json", "{\"api_key\": \"k\", \"page_size\": 10}");
    var second = folder.file("second.json", "{\"page_size\": 20}");

    var config = ConfigReader.read(List.of(first, second), Map.of(), Needs.API_KEY, secret -> {});

    assertThat(config.reading().pageSize()).isEqualTo(20);
    assertThat(config.connection().apiKey().value()).isEqualTo("k");
  }

  @Test
  void the_environment_wins_over_files_wherever_it_is_named() {
    var file = folder.file("file.json", "{\"api_key\": \"k\", \"page_size\": 10}");

    var config =
        ConfigReader.read(
            List.of("ENV", file),
            Map.of("TAP_VIRTUOUS_PAGE_SIZE", "20"),
            Needs.API_KEY,
            secret -> {});

    assertThat(config.reading().pageSize()).isEqualTo(20);
  }

  @Test
  void without_ENV_the_environment_is_not_read() {
    var file = folder.file("file.json", "{\"api_key\": \"k\"}");

    var config =
        ConfigReader.read(
            List.of(file),
            Map.of("TAP_VIRTUOUS_PAGE_SIZE", "nonsense"),
            Needs.API_KEY,
            secret -> {});

    assertThat(config.reading().pageSize()).isEqualTo(250);
  }

  @Test
  void the_environment_alone_is_enough() {
    var config =
        ConfigReader.read(
            List.of("ENV"), Map.of("TAP_VIRTUOUS_API_KEY", "k"), Needs.API_KEY, secret -> {});

    assertThat(config.connection().apiKey()).isEqualTo(new Secret("k"));
  }

  @Test
  void a_null_is_a_setting_left_out_and_undoes_an_earlier_file() {
    var first = folder.file("first.json", "{\"api_key\": \"k\", \"page_size\": 10}");
    var second = folder.file("second.json", "{\"page_size\": null, \"tables\": null}");

    var config = ConfigReader.read(List.of(first, second), Map.of(), Needs.API_KEY, secret -> {});

    assertThat(config.reading().pageSize()).isEqualTo(250);
    assertThat(config.reading().tables()).hasSize(TableMap.all().size());
  }

  @Test
  void a_whole_number_may_be_written_with_a_fraction_of_zero() {
    assertThat(folder.read("\"page_size\": 300.0").reading().pageSize()).isEqualTo(300);
  }

  @Test
  void all_problems_are_told_at_once() {
    var file =
        folder.file(
            "bad.json",
            """
            {"page_size": 1, "tables": ["donors"], "base_url": "http://example.org/"}""");

    assertThat(problemsIn(List.of(file, "ENV"), Map.of("TAP_VIRTUOUS_RETRY_LIMIT", "many")))
        .satisfiesExactlyInAnyOrder(
            problem -> assertThat(problem).startsWith("\"retry_limit\" is \"many\""),
            problem -> assertThat(problem).startsWith("\"page_size\" is 1."),
            problem -> assertThat(problem).startsWith("Neither \"api_key\""),
            problem -> assertThat(problem).startsWith("\"base_url\" is \"http://example.org/\"."),
            problem -> assertThat(problem).startsWith("\"tables\": table not supported"));
  }

  @Test
  void broken_files_are_all_told_with_the_broken_variables_and_nothing_is_called_missing() {
    var sources = List.of("/no/such/a.json", "ENV", "/no/such/b.json");

    assertThat(problemsIn(sources, Map.of("TAP_VIRTUOUS_PAGE_SIZE", "x")))
        .containsExactly(
            "Config file \"/no/such/a.json\" does not exist. Give the path of a readable UTF-8 file after --config.",
            "Config file \"/no/such/b.json\" does not exist. Give the path of a readable UTF-8 file after --config.",
            "\"page_size\" is \"x\" in TAP_VIRTUOUS_PAGE_SIZE. Give a whole number.");
  }

  @Test
  void what_prints_a_config_does_not_print_the_key() {
    assertThat(folder.read("").toString()).contains("apiKey=***").doesNotContain("k-123");
  }
}
