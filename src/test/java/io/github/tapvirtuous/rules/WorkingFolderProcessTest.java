package io.github.tapvirtuous.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.Tap;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run takes from the folder that it runs in what it was given, and leaves nothing there. */
final class WorkingFolderProcessTest {
  @RegisterExtension private final Tap tap = new Tap();

  /** By name, each with the time of its last change. */
  private Map<String, String> contents() throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.list(tap.folder())) {
      for (var file : files.toList()) {
        var changed = Files.getLastModifiedTime(file);
        contents.put(file.getFileName().toString(), changed + " " + Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  @Rule("CLI-14")
  void has_the_same_files_after_a_run() throws Exception {
    var state = tap.tables("gifts").file("state.json", "{\"bookmarks\": {}}");
    var launch = tap.launch("--state", state).from(tap.folder());
    var before = contents();

    var ran = launch.run();

    assertThat(ran.ids("gifts")).as(ran.err()).isNotEmpty();
    assertThat(before).containsOnlyKeys("config.json", "state.json");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  @Rule("CLI-6")
  void has_no_settings_in_a_file_named_env() throws Exception {
    tap.tables("gifts").file(".env", "TAP_VIRTUOUS_TABLES=[\"segments\"]\n");

    var ran = tap.launch("--config", "ENV").from(tap.folder()).run();

    assertThat(ran.streams()).as(ran.err()).containsExactly("gifts");
  }
}
