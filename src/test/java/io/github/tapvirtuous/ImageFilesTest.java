package io.github.tapvirtuous;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.config.Version;
import io.github.tapvirtuous.config.source.SettingsSchema;
import io.github.tapvirtuous.table.TableMap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the image and Airbyte's registry are told agrees with the program; image.sh tries the rest.
 */
final class ImageFilesTest {
  private static final Path AIRBYTE = Path.of("src", "main", "airbyte");

  private static JsonNode metadata() throws IOException {
    return YAMLMapper.shared()
        .readTree(Files.readString(AIRBYTE.resolve("metadata.yaml")))
        .get("data");
  }

  private static String dockerfile() throws IOException {
    return Files.readString(Path.of("Dockerfile"));
  }

  /** What stands behind a label or a variable of the Dockerfile. */
  private static String value(String name) throws IOException {
    var assigned = Pattern.compile("\\b" + Pattern.quote(name) + "=\"?([^\"\\s]+)");
    return assigned.matcher(dockerfile()).results().findFirst().orElseThrow().group(1);
  }

  @Test
  void the_version_is_the_same_everywhere() throws IOException {
    assertThat(metadata().get("dockerImageTag").asString()).isEqualTo(Version.current());
    assertThat(value("io.airbyte.version")).isEqualTo(Version.current());
    assertThat(value("org.opencontainers.image.version")).isEqualTo(Version.current());
  }

  @Test
  void the_label_names_the_repository_of_the_registry() throws IOException {
    assertThat(value("io.airbyte.name")).isEqualTo(metadata().get("dockerRepository").asString());
  }

  @Test
  void the_label_names_the_base() throws IOException {
    var last = dockerfile().substring(dockerfile().lastIndexOf("\nFROM ") + 6);

    assertThat(value("org.opencontainers.image.base.name"))
        .isEqualTo("docker.io/library/" + last.lines().findFirst().orElseThrow());
  }

  @Test
  void what_airbyte_starts_is_the_entrypoint_one_word() throws IOException {
    var entrypoint = value("AIRBYTE_ENTRYPOINT");

    assertThat(dockerfile()).endsWith("\nENTRYPOINT [\"" + entrypoint + "\"]\n");
    assertThat(Path.of("/opt/tap-virtuous").relativize(Path.of(entrypoint))).isExecutable();
  }

  @Test
  void it_runs_as_a_number() throws IOException {
    assertThat(dockerfile().lines().filter(line -> line.startsWith("USER ")))
        .containsExactly("USER 1000:1000");
  }

  @Test
  void all_that_is_copied_from_the_checkout_is_there_and_passes_the_ignored_files()
      throws IOException {
    var passing = Files.readAllLines(Path.of(".dockerignore"));

    var copied =
        dockerfile()
            .lines()
            .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
            .map(line -> line.split(" ", -1)[1])
            .toList();

    assertThat(copied).isNotEmpty().allSatisfy(each -> assertThat(Path.of(each)).exists());
    assertThat(passing).first().isEqualTo("*");
    assertThat(passing)
        .containsAll(copied.stream().map(each -> "!" + Path.of(each).getName(0)).toList());
  }

  @Test
  void the_suggested_streams_are_tables() throws IOException {
    var suggested = metadata().get("suggestedStreams").get("streams");

    assertThat(suggested.valueStream().map(JsonNode::asString).toList())
        .doesNotHaveDuplicates()
        .isNotEmpty()
        .allSatisfy(name -> assertThat(TableMap.named(name)).isPresent());
  }

  @Test
  void the_host_is_the_one_of_the_api() throws IOException {
    var hosts = metadata().get("allowedHosts").get("hosts");

    var api = SettingsSchema.load().document().at("/properties/base_url/default").asString();
    assertThat(hosts.valueStream().map(JsonNode::asString).toList())
        .isEqualTo(List.of(URI.create(api).getHost()));
  }

  @Test
  void the_icon_is_there() throws IOException {
    var icon = AIRBYTE.resolve(metadata().get("icon").asString());

    assertThat(Files.readString(icon)).startsWith("<svg ").endsWith("</svg>\n");
  }
}
