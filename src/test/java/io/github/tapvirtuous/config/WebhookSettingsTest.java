package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.testing.LogLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookSettingsTest {
  private final List<String> hidden = new ArrayList<>();
  private final LogLines log = LogLines.open();
  @RegisterExtension private final ConfigFolder folder = new ConfigFolder();

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void need_no_key_where_events_alone_are_received() {
    var webhook = read("\"secrets\": [\"first\", \"second\"]");

    assertThat(webhook.secrets()).containsExactly(new Secret("first"), new Secret("second"));
    assertThat(webhook.keep()).isEqualTo(Duration.ofDays(30));
    assertThat(hidden).contains("first", "second");
  }

  @Test
  void come_from_the_environment() {
    var environment =
        Map.of(
            "TAP_VIRTUOUS_WEBHOOK_URL", "https://hooks.example.org/v",
            "TAP_VIRTUOUS_WEBHOOK_SECRETS", "first, second",
            "TAP_VIRTUOUS_WEBHOOK_ONLY", "true");

    var webhook =
        ConfigReader.read(List.of("ENV"), environment, Needs.WEBHOOK_SECRETS, this::hide).webhook();

    assertThat(webhook.url()).hasToString("Optional[https://hooks.example.org/v]");
    assertThat(webhook.secrets()).containsExactly(new Secret("first"), new Secret("second"));
    assertThat(webhook.only()).isTrue();
    assertThat(hidden).contains("first", "second");
  }

  @Test
  void a_line_end_is_no_part_of_a_secret_in_a_file_but_all_else_is() {
    var one = folder.file("one", " first \n");
    var other = folder.file("other", "second\r\n");

    var webhook = read("\"secret_files\": [\"" + one + "\", \"" + other + "\"]");

    assertThat(webhook.secrets()).containsExactly(new Secret(" first "), new Secret("second"));
    assertThat(hidden).contains("first", "second");
  }

  @Test
  void without_a_secret_is_told_where_one_is_needed() {
    assertThatThrownBy(() -> read("\"inbox\": \"events.db\""))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "Neither \"webhook.secrets\" nor \"webhook.secret_files\" is set. Set one of them");
  }

  @Test
  void both_ways_to_give_secrets_are_one_too_many() {
    assertThatThrownBy(() -> read("\"secrets\": [\"first\"], \"secret_files\": [\"a\"]"))
        .hasMessage(
            "Both \"webhook.secrets\" and \"webhook.secret_files\" are set. Keep one of them.");
  }

  @Test
  void secrets_given_later_in_either_way_win_over_both_ways_before() {
    var before = folder.file("before.json", "{\"webhook\": {\"secret_files\": [\"no/such\"]}}");
    var later = folder.file("later.json", "{\"webhook\": {\"secrets\": [\"first\"]}}");

    var webhook =
        ConfigReader.read(List.of(before, later), Map.of(), Needs.WEBHOOK_SECRETS, this::hide)
            .webhook();

    assertThat(webhook.secrets()).containsExactly(new Secret("first"));
  }

  @Test
  void a_secret_file_that_cannot_be_used_is_told_with_its_fix() {
    var empty = folder.file("empty", "\n");

    assertThatThrownBy(() -> read("\"secret_files\": [\"" + empty + "\", \"no/such\"]"))
        .hasMessageContaining("empty\" (\"webhook.secret_files\") is empty. Put the secret there.")
        .hasMessageContaining(
            "\"webhook.secret_files\" names \"no/such\", which does not exist. Give the path of a"
                + " text file that holds the secret alone.");
  }

  @Test
  void secret_files_are_not_looked_at_by_a_run_that_is_told_of_nothing() {
    var config = folder.read("\"webhook\": {\"secret_files\": [\"no/such\"]}");

    assertThat(config.webhook().secrets()).isEmpty();
  }

  @Test
  void an_inbox_counts_as_a_secret() {
    var config = folder.read("\"webhook\": {\"inbox\": \"jdbc:postgresql://db/x?password=p4ss\"}");

    assertThat(config.webhook().inbox().orElseThrow()).hasToString("***");
    assertThat(config.toString()).doesNotContain("p4ss");
    assertThatThrownBy(() -> read("\"inbox\": 4711")).hasMessageContaining("inbox\" is a number.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:mysql://u:p4ss@db/x", "jdbc:sqlite:x.db", "postgresql://u:p4ss@db/x"})
  void an_inbox_elsewhere_is_refused_without_being_quoted(String inbox) {
    assertThat(folder.problemsOf("\"webhook\": {\"inbox\": \"" + inbox + "\"}"))
        .containsExactly(
            "\"webhook.inbox\" is the address of something other than a PostgreSQL database. Give"
                + " the path of a file, or an address that begins with \"jdbc:postgresql:\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"events.db", "/var/lib/tap/events.db", "C:\\\\tap\\\\events.db"})
  void an_inbox_may_be_a_file(String inbox) {
    assertThat(folder.read("\"webhook\": {\"inbox\": \"" + inbox + "\"}").webhook().inbox())
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "url | \"http://hooks.example.org/v\" | is \"http://hooks.example.org/v\". Use https: over"
            + " http what is told of donors could be read on its way.",
        "url | \"hooks.example.org/v\" | is not a complete address. Give one such as"
            + " \"https://hooks.example.org/virtuous\".",
        "url | \"https://u:p@hooks.example.org/v\" | has a user name or a fragment (#). Give the"
            + " address alone; what shows that an event is from Virtuous is its signature.",
        "secrets | \"first\" | is a text. Give a list in square brackets.",
        "secrets | [] | is an empty list. Name at least one, or leave it out.",
        "keep_days | 0 | is 0. Choose 1 to 36500.",
        "signature_header | \"X Sign\" | is \"X Sign\". Use the name of a header, such as"
            + " X-Signature.",
        "mode | \"fetch\" | is \"fetch\". Choose \"refetch\" or \"payload\".",
      })
  void a_value_that_does_not_fit_is_told_with_its_fix(String key, String value, String problem) {
    assertThat(folder.problemsOf("\"webhook\": {\"" + key + "\": " + value + "}"))
        .containsExactly("\"webhook." + key + "\" " + problem);
  }

  @Test
  void a_name_that_is_none_gets_the_one_that_may_be_meant() {
    folder.read("\"webhook\": {\"inbx\": \"events.db\"}");

    assertThat(log.lines())
        .containsExactly(
            "WARN Config keys that are no setting of this tap: \"webhook.inbx\" (did you mean"
                + " \"webhook.inbox\"?)");
  }

  @Test
  void a_url_may_lead_to_this_machine_and_have_a_query() {
    var url = "http://127.0.0.1:8080/v?account=7";

    assertThat(folder.read("\"webhook\": {\"url\": \"" + url + "\"}").webhook().url())
        .hasToString("Optional[" + url + "]");
  }

  private WebhookConfig read(String members) {
    var file = folder.file("config.json", "{\"webhook\": {" + members + "}}");
    return ConfigReader.read(List.of(file), Map.of(), Needs.WEBHOOK_SECRETS, this::hide).webhook();
  }

  private void hide(Secret secret) {
    hidden.add(secret.value());
  }
}
