package io.github.tapvirtuous.config;

import static io.github.tapvirtuous.config.ConfigFolder.problemsIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigFileTest {
  private Path file = Path.of("");

  @BeforeEach
  void startWithAnEmptyFolder(@TempDir Path folder) {
    file = folder.resolve("config.json");
  }

  @Test
  void a_missing_file_is_named() {
    assertThat(problem())
        .isEqualTo(
            "Config file \""
                + file
                + "\" does not exist. Give the path of a readable UTF-8 file after --config.");
  }

  @Test
  void a_directory_is_no_file() throws IOException {
    Files.createDirectory(file);

    assertThat(problem())
        .isEqualTo(
            "Config file \""
                + file
                + "\" is a directory. Give the path of a readable UTF-8 file after --config.");
  }

  @Test
  void a_path_through_a_file_cannot_be_read() throws IOException {
    Files.writeString(file, "{}");
    var below = file.resolve("below");

    assertThat(problemsIn(List.of(below.toString()), Map.of()))
        .containsExactly(
            "Config file \""
                + below
                + "\" cannot be read. Give the path of a readable UTF-8 file after --config.");
  }

  @Test
  void text_in_another_encoding_is_refused() throws IOException {
    Files.write(file, "{\"user_agent\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problem())
        .isEqualTo(
            "Config file \""
                + file
                + "\" is not UTF-8 text. Give the path of a readable UTF-8 file after --config.");
  }

  @Test
  void a_byte_order_mark_is_accepted() throws IOException {
    Files.writeString(file, "\uFEFF{\"api_key\": \"k\"}");

    var config = ConfigReader.read(List.of(file.toString()), Map.of(), Needs.API_KEY, secret -> {});

    assertThat(config.connection().apiKey().value()).isEqualTo("k");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "\uFEFF"})
  void an_empty_file_is_said_to_be_empty(String text) throws IOException {
    assertThat(problemIn(text))
        .isEqualTo(
            "Config file \""
                + file
                + "\" is empty. Write at least {\"api_key\": \"...\"} into it.");
  }

  @Test
  void a_slip_is_told_by_line_and_column() throws IOException {
    assertThat(problemIn("{\n  \"api_key\": \"s3cret\",\n  page_size: 3\n}"))
        .isEqualTo(
            "Config file \"" + file + "\" is not valid JSON (line 3, column 3). Correct it there.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cret",
        "\"s3cret\"",
        "{\"api_key\": s3cret}",
        "{\"api_key\": \"s3cret}",
        "{\"api_key\": \"s3cret\"} s3cret",
        "{\"api_key\": \"s3cret\", \"api_key\": \"s3cret\"}",
        "[\"s3cret\"]",
        "{\"api_key\": [\"s3cret\"]}",
        "{\"api_key\": {\"s3cret\": 1}}",
        "{\"api_key\": \"Bearer s3cret\"}",
        "{\"api_key\": \"s3cret s3cret\"}",
        "{\"api_key\": \"s3cret\", \"api_key_file\": \"x\"}",
        "{\"api_key\": \"s3cret\", \"base_url\": \"https://s3cret@example.org\"}",
        "{\"api_key\": \"s3cret\", \"base_url\": \"https://u:s3cret@exa mple.org\"}"
      })
  void what_the_file_holds_is_not_quoted(String text) throws IOException {
    assertThat(problemIn(text)).isNotEmpty().doesNotContain("s3cret");
  }

  @Test
  void a_config_given_in_place_of_its_path_is_not_quoted_either() {
    assertThat(problemsIn(List.of("{\"api_key\": \"s3cret\"}"), Map.of()))
        .containsExactly(
            "--config is followed by JSON text. Put it into a file and give its path.");
  }

  @Test
  void a_list_is_no_config() throws IOException {
    assertThat(problemIn("[1]"))
        .isEqualTo(
            "Config file \""
                + file
                + "\" holds a list instead of a JSON object."
                + " Put the settings into curly braces.");
  }

  @Test
  void a_second_document_is_refused() throws IOException {
    assertThat(problemIn("{\"api_key\": \"k\"}\n{}"))
        .isEqualTo(
            "Config file \""
                + file
                + "\" goes on after its JSON object (line 2, column 1). Leave one object in it.");
  }

  @Test
  void a_key_that_comes_twice_is_refused() throws IOException {
    assertThat(problemIn("{\"page_size\": 3,\n \"page_size\": 4}"))
        .isEqualTo(
            "Config file \""
                + file
                + "\" names a key twice (line 2, column 15). Keep one of the two.");
  }

  private String problemIn(String text) throws IOException {
    Files.writeString(file, text);
    return problem();
  }

  private String problem() {
    return String.join("\n", problemsIn(List.of(file.toString()), Map.of()));
  }
}
