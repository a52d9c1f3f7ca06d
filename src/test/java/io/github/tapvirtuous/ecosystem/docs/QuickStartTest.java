package io.github.tapvirtuous.ecosystem.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.target.Environment;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.server.StandInServer;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's way to rows in PostgreSQL, but for what was built and installed before. */
@Tag("slow")
final class QuickStartTest {
  private static final String HEADING = "### Into PostgreSQL";
  private static final List<String> DONE = List.of("python3 -m venv", ". venv/", "pip install");

  @TempDir private Path folder;

  /** Where the tap and the target are found once they are installed. */
  private static String path() {
    var target = new Environment("meltanolabs-postgres").program("target-postgres");
    return Path.of("bin").toAbsolutePath() + ":" + target.getParent() + ":" + System.getenv("PATH");
  }

  private static String way(URI virtuous) throws IOException {
    var typed = String.join("", Page.blocks(Path.of("README.md"), HEADING, "sh"));
    var left =
        typed
            .lines()
            .filter(line -> DONE.stream().noneMatch(line::startsWith))
            .collect(Collectors.joining("\n"));
    var key = "\"demo-key\", \"base_url\": \"" + virtuous + '"';
    return Page.with(Page.database("quick_start"), left).replace("\"your-api-key\"", key);
  }

  @Test
  void ends_with_all_gifts_in_the_database_however_often_it_is_gone() throws Exception {
    var virtuous =
        StandIn.builder().rows("gifts", 600, 1).rows("contacts", 300, 1).rows("projects", 20, 1);
    try (var server = StandInServer.serving(virtuous.build(), 0)) {
      var script = Files.writeString(folder.resolve("way.sh"), way(server.baseUri()));
      var launch =
          Launch.of(Path.of("bash"), "-e", "-o", "pipefail", script.toString())
              .from(folder)
              .with("PATH", path())
              .with("NO_PROXY", "127.0.0.1");

      var first = launch.run().well();
      var second = launch.run().well();

      assertThat(first.out()).contains(" 600 |");
      assertThat(second.out()).contains(" 600 |");
      assertThat(first.err()).contains("gifts: verified: rows 600");
      assertThat(second.err()).contains("read modified since");
    }
  }
}
