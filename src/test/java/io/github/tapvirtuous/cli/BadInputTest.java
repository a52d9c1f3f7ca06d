package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit 2, nothing on stdout, and one readable message that says what to do. */
final class BadInputTest {
  @RegisterExtension private final Tap tap = new Tap();

  /**
   * @param words what went wrong, and what to do
   */
  private void assertRefused(TapRun run, String... words) {
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains(words)
        .endsWith(".")
        .doesNotContain("Exception", "\tat ", "null");
    assertThat(tap.standIn().requestCount()).isZero();
  }

  private void assertConfigRefused(String content, String... words) {
    assertRefused(tap.run("--config", tap.file("bad.json", content)), words);
  }

  @Test
  void a_config_file_that_is_missing() {
    assertRefused(tap.run("--config", "no/such.json"), "no/such.json", "does not exist", "Give");
  }

  @Test
  void a_config_that_is_a_folder() {
    assertRefused(tap.run("--config", tap.folder().toString()), "is a directory", "Give");
  }

  @Test
  void a_config_that_is_no_json() {
    assertConfigRefused("{\"api_key\": \"k\",}", "not valid JSON (line 1, column", "Correct it");
  }

  @Test
  @Rule("CLI-1")
  void a_config_that_is_no_object() {
    assertConfigRefused("[\"api_key\"]", "a list instead of a JSON object", "curly braces");
  }

  @Test
  void a_config_that_is_empty() {
    assertConfigRefused("", "is empty", "Write at least");
  }

  @Test
  void an_unknown_key_is_only_warned_of() {
    var run = tap.tables("channel_types").set("page_sise", 5).sync();

    assertThat(run.exitCode()).isZero();
    assertThat(run.warnings()).singleElement().asString().contains("page_sise", "page_size");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "page_size | \"250\" | Give a whole number",
        "page_size | 2.5 | whole number",
        "page_size | 1 | Choose 2 to 1000",
        "page_size | 1001 | Choose 2 to 1000",
        "max_concurrent_requests | 17 | Choose 1 to 16",
        "retry_limit | 0 | Choose 1 to 1000",
        "include_archived | \"yes\" | true or false",
        "auth_scheme | \"digest\" | Choose \"auto\" or \"basic\" or \"bearer\"",
        "tables | \"gifts\" | list",
        "tables | [] | leave it out",
        "tables | [\"gift\"] | \"gift\" (did you mean \"gifts\"?)",
        "tables | [\"Contacts\"] | \"Contacts\" (did you mean \"contacts\"?)",
        "base_url | \"http://api.virtuoussoftware.com/api/\" | Use https",
        "base_url | \"api.virtuoussoftware.com\" | Give one such as",
        "user_agent | \"\\u00e4\" | printable ASCII",
      })
  void a_setting_of_the_wrong_kind_or_size(String setting, String value, String fix) {
    assertRefused(tap.set(setting, value).sync(), setting, fix);
  }

  @Test
  void no_config_at_all() {
    assertRefused(tap.run(), "No config was given", "Add --config FILE");
    assertRefused(tap.run("check"), "No config was given", "Add --config FILE");
    assertRefused(tap.run("--discover"), "No config was given", "Add --config FILE");
  }

  @Test
  void no_key() {
    assertRefused(tap.without("api_key").sync(), "api_key", "Connectivity");
  }

  @Test
  void two_keys() {
    assertRefused(tap.set("api_key_file", "\"key.txt\"").sync(), "Both", "Keep one");
  }

  private void assertCatalogRefused(String content, String... words) {
    assertRefused(tap.sync("--catalog", tap.file("catalog.json", content)), words);
  }

  @Test
  void a_catalog_that_is_missing_or_empty_or_a_folder() {
    assertRefused(tap.sync("--catalog", "none.json"), "none.json", "does not exist", "--discover");
    assertRefused(tap.sync("--catalog", tap.folder().toString()), "is a folder", "Name a file");
    assertCatalogRefused("", "is empty", "--discover");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"streams\": | is not valid JSON (line 1",
        "[] | no JSON object",
        "{} | no list named \"streams\"",
        "{\"streams\": {}} | no list named \"streams\"",
        "{\"streams\": [{\"schema\": {}}]} | Entry 1",
      })
  void a_catalog_that_is_none(String content, String what) {
    assertCatalogRefused(content, what);
  }

  @Test
  void a_catalog_that_selects_a_table_that_is_not_supported() {
    assertCatalogRefused(
        "{\"streams\":[{\"tap_stream_id\":\"events\",\"stream\":\"events\",\"schema\":"
            + "{\"properties\":{}},\"metadata\":[{\"breadcrumb\":[],\"metadata\":"
            + "{\"selected\":true}}]}]}",
        "events",
        "not supported",
        "choose from: campaigns");
  }

  @Test
  @Rule("ST-7")
  void a_state_that_is_missing_or_a_folder() {
    assertRefused(tap.sync("--state", "none.json"), "none.json", "does not exist", "leave --state");
    assertRefused(tap.sync("--state", tap.folder().toString()), "is a folder", "Name a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"bookmarks\": | is not valid JSON (line 1",
        "{} {} | is not valid JSON",
        "[] | not a JSON object",
        "null | not a JSON object",
        "\"text\" | not a JSON object",
      })
  void a_state_that_is_none(String content, String what) {
    assertRefused(tap.sync("--state", tap.file("state.json", content)), what, "leave --state out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--nope", "--config", "--format xml --about", "chekc", "--state", "webhooks --x"})
  void arguments_that_mean_nothing(String arguments) {
    assertRefused(tap.run(arguments.split(" ")), "--help");
  }

  @Test
  void formats_are_listed() {
    assertRefused(tap.run("--about", "--format", "xml"), "--format", "text|json|markdown");
  }
}
