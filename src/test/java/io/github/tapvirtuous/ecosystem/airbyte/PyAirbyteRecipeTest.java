package io.github.tapvirtuous.ecosystem.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.BuiltTap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/airbyte.md} tells people to run, in a checkout with a sandbox. */
@With("airbyte")
@Tag("slow")
final class PyAirbyteRecipeTest {
  private static final String LANGUAGE = "```python\n";

  @TempDir private Path folder;

  @AfterEach
  void unlink() throws IOException {
    Files.delete(folder.resolve("bin")); // JUnit would warn of a link when it deletes the folder
  }

  private static String recipe() throws IOException {
    var page = Files.readString(Path.of("docs", "airbyte.md"));
    var start = page.indexOf(LANGUAGE) + LANGUAGE.length();
    return page.substring(start, page.indexOf("```", start));
  }

  @Test
  void it_reads_all_and_the_second_time_nothing() throws Exception {
    Files.createSymbolicLink(folder.resolve("bin"), Path.of("bin").toAbsolutePath());
    var script = Files.writeString(folder.resolve("virtuous.py"), recipe());
    var virtuous = StandIn.builder().rows("gifts", 600, 1).rows("contacts", 300, 1).build();
    try (var server = StandInServer.serving(virtuous, 0)) {
      Files.move(
          Path.of(new BuiltTap(folder, server.baseUri()).configFile()),
          folder.resolve("sandbox.json"));

      var first = PyAirbyte.script(folder, script).run().well();
      var second = PyAirbyte.script(folder, script).run().well();

      assertThat(first.out()).contains("900 rows came").contains("giftdate");
      assertThat(second.out())
          .contains("0 rows came")
          .doesNotContain("00 rows")
          .contains("giftdate");
    }
  }
}
