package io.github.tapvirtuous.singer;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.testing.LogLines;
import io.github.tapvirtuous.testing.Rule;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogFileTest {
  @RegisterExtension private final LogLines log = new LogLines();

  private static final String NO_STREAMS = "{\"streams\":[]}";

  @TempDir private Path folder;

  @Test
  void a_file_that_does_not_exist_is_named() {
    var file = folder.resolve("none.json");

    refused(file).contains(file.toString(), "does not exist", "--discover");
  }

  @Test
  void a_folder_is_refused() {
    refused(folder).contains(folder.toString(), "is a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t"})
  void an_empty_file_is_refused(String text) throws IOException {
    refused(file(text, UTF_8)).contains("is empty", "--discover");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"streams\": [\n  donor}", "{\"streams\": [\n  ]} donor", "{\"streams\": [\n"})
  void a_file_that_is_no_json_is_refused_with_the_place_but_without_its_content(String text)
      throws IOException {
    refused(file(text, UTF_8))
        .contains("is not valid JSON (line 2, column")
        .doesNotContain("donor")
        .doesNotContain("streams");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "7", "\"streams\""})
  void a_file_that_is_no_object_is_refused(String text) throws IOException {
    refused(file(text, UTF_8)).contains("is no JSON object", "--discover");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"streams\":{}}", "{\"streams\":null}"})
  void a_file_without_a_list_of_streams_is_refused(String text) throws IOException {
    refused(file(text, UTF_8)).contains("no list named \"streams\"", "--discover");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "7", "null", "{\"stream\":\"\"}", "{\"tap_stream_id\":null}"})
  void a_stream_without_a_name_is_refused_with_its_number(String stream) throws IOException {
    var text = "{\"streams\":[{\"stream\":\"events\",\"selected\":false}," + stream + "]}";

    refused(file(text, UTF_8)).contains("Entry 2", "no \"tap_stream_id\"", "Name its table");
  }

  @ParameterizedTest
  @CsvSource({"a,b,a,c,tap_stream_id", "a,b,c,b,stream"})
  void two_streams_of_one_name_are_refused(
      String id1, String name1, String id2, String name2, String property) throws IOException {
    var entry = "{\"tap_stream_id\":\"%s\",\"stream\":\"%s\",\"selected\":false}";
    var text =
        "{\"streams\":[" + entry.formatted(id1, name1) + "," + entry.formatted(id2, name2) + "]}";

    refused(file(text, UTF_8)).contains("two streams with the " + property, "Remove or rename");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "\"x\"", "[7]", "[{\"metadata\":{\"breadcrumb\":[]}}]"})
  @Rule("CAT-4")
  void metadata_of_another_shape_is_refused(String metadata) throws IOException {
    var text = "{\"streams\":[{\"stream\":\"gifts\",\"metadata\":" + metadata + "}]}";

    refused(file(text, UTF_8)).contains("\"metadata\" of stream \"gifts\"", "breadcrumb");
  }

  @Test
  void a_byte_order_mark_does_not_matter() throws IOException {
    assertThat(SingerCatalog.read(file("\uFEFF" + NO_STREAMS, UTF_8)).streams()).isEmpty();
  }

  @Test
  void what_a_windows_shell_redirects_can_be_read() throws IOException {
    assertThat(SingerCatalog.read(file(NO_STREAMS, UTF_16)).streams()).isEmpty();
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.writeString(folder.resolve("catalog.json"), text, charset);
  }

  private static AbstractStringAssert<?> refused(Path file) {
    return assertThatThrownBy(() -> SingerCatalog.read(file))
        .isInstanceOf(ConfigException.class)
        .message();
  }
}
