package io.github.tapvirtuous.config;

import static io.github.tapvirtuous.config.ConfigFolder.problemsIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeyTest {
  @RegisterExtension private final ConfigFolder folder = new ConfigFolder();

  @Test
  void space_around_the_key_is_cut_off() {
    assertThat(keyIn("{\"api_key\": \"  k-1\\n\"}")).isEqualTo("k-1");
  }

  @Test
  void a_key_may_start_like_a_scheme_word() {
    assertThat(keyIn("{\"api_key\": \"Basically\"}")).isEqualTo("Basically");
  }

  @Test
  void a_file_may_hold_the_key() {
    var key = folder.file("key.txt", "k-2\n");

    assertThat(keyIn("{\"api_key_file\": \"" + key + "\"}")).isEqualTo("k-2");
  }

  @Test
  void a_config_without_a_key_is_told_where_keys_are_made() {
    assertThat(problemsOf("{}"))
        .containsExactly(
            "Neither \"api_key\" nor \"api_key_file\" is set. Set \"api_key\" to a key made in"
                + " Virtuous under Settings > All Settings > Connectivity (API Keys or Application"
                + " Keys), or \"api_key_file\" to the path of a file that holds it.");
  }

  @Test
  void two_keys_are_one_too_many() {
    assertThat(problemsOf("{\"api_key\": \"k\", \"api_key_file\": \"k.txt\"}"))
        .containsExactly("Both \"api_key\" and \"api_key_file\" are set. Keep one of them.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\\n"})
  void an_empty_key_is_refused(String key) {
    assertThat(problemsOf("{\"api_key\": \"" + key + "\"}"))
        .containsExactly("\"api_key\" is empty. Paste the key that Virtuous shows.");
  }

  @ParameterizedTest
  @CsvSource({"123, a number", "true, a boolean", "['k'], a list", "{'k': 1}, an object"})
  void a_key_of_another_type_is_refused_and_not_quoted(String value, String kind) {
    assertThat(problemsOf("{\"api_key\": " + value.replace('\'', '"') + "}"))
        .containsExactly("\"api_key\" is " + kind + ". Give a text in quotes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic k", "bearer  k", "BEARER\\tk"})
  void a_scheme_word_before_the_key_is_refused(String key) {
    assertThat(problemsOf("{\"api_key\": \"" + key + "\"}"))
        .containsExactly(
            "\"api_key\" starts with the word Basic or Bearer."
                + " Leave the word out: \"auth_scheme\" says which one is sent.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"k 1", "k\\n1", "k\\u00001", "k\u00e9"})
  void a_key_that_no_header_can_carry_is_refused(String key) {
    assertThat(problemsOf("{\"api_key\": \"" + key + "\"}"))
        .containsExactly(
            "\"api_key\" holds a space, a control character or a character outside ASCII."
                + " Paste the key again, alone and on one line.");
  }

  @Test
  void a_key_file_that_is_missing_is_named() {
    assertThat(problemsOf("{\"api_key_file\": \"/no/such/key\"}"))
        .containsExactly(
            "\"api_key_file\" is \"/no/such/key\", which does not exist."
                + " Give the path of a text file that holds the key alone.");
  }

  @Test
  void a_key_file_that_is_a_directory_is_named() {
    var path = folder.path().toString();

    assertThat(problemsOf("{\"api_key_file\": \"" + path + "\"}"))
        .containsExactly(
            "\"api_key_file\" is \""
                + path
                + "\", which is a directory."
                + " Give the path of a text file that holds the key alone.");
  }

  @Test
  void a_key_file_without_a_key_is_named() {
    var path = folder.file("empty.txt", "\n");

    assertThat(problemsOf("{\"api_key_file\": \"" + path + "\"}"))
        .containsExactly(
            "The key in \""
                + path
                + "\" (\"api_key_file\") is empty. Paste the key that Virtuous shows.");
  }

  @Test
  void a_key_file_of_two_lines_is_not_quoted() {
    var path = folder.file("two.txt", "s3cret\ns3cret\n");

    assertThat(problemsOf("{\"api_key_file\": \"" + path + "\"}"))
        .singleElement()
        .asString()
        .startsWith("The key in \"" + path + "\" (\"api_key_file\") holds a space")
        .doesNotContain("s3cret");
  }

  @Test
  void an_empty_path_is_told_once() {
    assertThat(problemsOf("{\"api_key_file\": \"\"}"))
        .containsExactly("\"api_key_file\" is empty. Fill it in, or leave it out.");
  }

  private String keyIn(String text) {
    var file = folder.file("config.json", text);
    return ConfigReader.read(List.of(file), Map.of(), Needs.API_KEY, secret -> {})
        .connection()
        .apiKey()
        .value();
  }

  private List<String> problemsOf(String text) {
    return problemsIn(List.of(folder.file("config.json", text)), Map.of());
  }
}
