package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.table.TableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingRulesTest {
  @RegisterExtension private final ConfigFolder folder = new ConfigFolder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "page_size | \"250\" | is \"250\", a text. Give a whole number, without quotes.",
        "page_size | 2.5 | is 2.5. Give a whole number, without quotes.",
        "page_size | [250] | is a list. Give a whole number, without quotes.",
        "page_size | true | is true. Give a whole number, without quotes.",
        "page_size | 1 | is 1. Choose 2 to 1000.",
        "page_size | 1001 | is 1001. Choose 2 to 1000.",
        "page_size | 99999999999999999999 | is 99999999999999999999. Choose 2 to 1000.",
        "sample_size | 0 | is 0. Choose 1 to 1000.",
        "sample_size | 1001 | is 1001. Choose 1 to 1000.",
        "max_concurrent_requests | 0 | is 0. Choose 1 to 16.",
        "max_concurrent_requests | 17 | is 17. Choose 1 to 16.",
        "retry_limit | 0 | is 0. Choose 1 to 1000.",
        "retry_limit | 1001 | is 1001. Choose 1 to 1000.",
        "retry_delay | -1 | is -1. Choose 0 to 3600.",
        "retry_delay | 3601 | is 3601. Choose 0 to 3600.",
        "request_timeout | 0 | is 0. Choose 1 to 3600.",
        "request_timeout | 3601 | is 3601. Choose 1 to 3600.",
        "rate_limit_reserve | -1 | is -1. Choose 0 to 100000.",
        "rate_limit_reserve | 100001 | is 100001. Choose 0 to 100000.",
        "resume_ttl | -1 | is -1. Choose 0 to 8760.",
        "resume_ttl | 8761 | is 8761. Choose 0 to 8760.",
        "include_archived | \"true\" | is \"true\", a text. Give true or false, without quotes.",
        "include_archived | 1 | is 1. Give true or false, without quotes.",
        "auth_scheme | \"Basic\" | is \"Basic\". Choose \"auto\" or \"basic\" or \"bearer\".",
        "schema_drift | \"keep\" | is \"keep\". Choose \"drop\" or \"fail\".",
        "type_mismatch | \"drop\" | is \"drop\". Choose \"null\" or \"fail\".",
        "date_times | \"utc\" | is \"utc\". Choose \"timestamp\" or \"text\".",
        "base_url | \"\" | is empty. Fill it in, or leave it out.",
        "base_url | 7 | is 7. Give a text in quotes.",
        "user_agent | {} | is an object. Give a text in quotes.",
        "tables | \"gifts\" | is \"gifts\", a text. Give a list in square brackets.",
        "tables | [] | is an empty list. Name at least one, or leave it out.",
      })
  void a_value_that_does_not_fit_is_told_with_its_fix(String key, String value, String problem) {
    assertThat(folder.problemsOf("\"" + key + "\": " + value))
        .containsExactly("\"" + key + "\" " + problem);
  }

  @Test
  void an_entry_of_a_list_is_told_by_its_place() {
    assertThat(folder.problemsOf("\"tables\": [\"gifts\", 5]"))
        .containsExactly("\"tables[1]\" is 5. Give a text in quotes.");
  }

  @Test
  void a_number_too_large_for_any_type_is_refused_at_once() {
    assertThat(folder.problemsOf("\"page_size\": 1e999999999"))
        .containsExactly("\"page_size\" is \"Infinity\". Give a whole number, without quotes.");
  }

  @Test
  void a_long_value_is_shortened() {
    assertThat(folder.problemsOf("\"auth_scheme\": \"" + "x".repeat(1000) + "\""))
        .containsExactly(
            "\"auth_scheme\" is \""
                + "x".repeat(59)
                + "...."
                + " Choose \"auto\" or \"basic\" or \"bearer\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"caf\u00e9", "a\\nb", "line\\n", " padded", "padded ", ""})
  void a_user_agent_that_no_header_can_carry_is_refused(String agent) {
    assertThat(folder.problemsOf("\"user_agent\": \"" + agent + "\""))
        .containsExactly(
            "\"user_agent\" is \""
                + agent
                + "\". Use printable ASCII characters, without a space at either end.");
  }

  @Test
  void a_user_agent_may_be_one_letter() {
    assertThat(folder.read("\"user_agent\": \"x\"").connection().userAgent()).isEqualTo("x");
  }

  @Test
  void tables_that_the_tap_does_not_know_are_told_with_those_that_it_knows() {
    assertThat(folder.problemsOf("\"tables\": [\"gifts\", \"donors\", \"Gifts\", \"donors\"]"))
        .containsExactly(
            "\"tables\": table not supported: \"donors\", \"Gifts\" (did you mean"
                + " \"gifts\"?). Choose from "
                + String.join(", ", TableMap.names())
                + ".");
  }

  @Test
  void tables_keep_their_order_and_come_once() {
    var config = folder.read("\"tables\": [\"projects\", \"gifts\", \"projects\"]");

    assertThat(config.reading().tables()).extracting("name").containsExactly("projects", "gifts");
  }
}
