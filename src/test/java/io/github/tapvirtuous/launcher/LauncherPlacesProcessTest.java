package io.github.tapvirtuous.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Installation;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the launcher may lie, and from where it may be called. */
final class LauncherPlacesProcessTest {
  @TempDir private Path folder;

  @Test
  void runs_from_any_folder() throws Exception {
    var installation = Installation.at(folder.resolve("tap"));

    assertRuns(Launch.of(installation.launcher(), "--version").from(Path.of("/")).run());
  }

  @Test
  void runs_from_a_folder_with_spaces() throws Exception {
    var installation = Installation.at(folder.resolve("my taps/tap virtuous"));

    assertRuns(Launch.of(installation.launcher(), "--version").from(folder).run());
  }

  @Test
  void runs_through_a_chain_of_relative_links() throws Exception {
    Installation.at(folder.resolve("a tap"));
    var inner = Files.createDirectories(folder.resolve("inner links"));
    var outer = Files.createDirectories(folder.resolve("outer"));
    link(inner.resolve("tap"), "../a tap/bin/tap-virtuous");
    link(outer.resolve("tap"), "../inner links/tap");

    assertRuns(Launch.of(outer.resolve("tap"), "--version").from(outer).run());
  }

  @Test
  void runs_in_a_folder_that_is_itself_a_link() throws Exception {
    Installation.at(folder.resolve("tap"));
    link(folder.resolve("current"), "tap");

    assertRuns(Launch.of(folder.resolve("current/bin/tap-virtuous"), "--version").run());
  }

  @ParameterizedTest
  @MethodSource("shells")
  void runs_in_every_shell_of_this_machine(String shell) throws Exception {
    var installation = Installation.at(folder.resolve("a tap"));

    assertRuns(Launch.script(shell, installation.launcher(), "--version").run());
    assertRuns(
        Launch.script(shell, Path.of("tap-virtuous"), "--version")
            .from(installation.home().resolve("bin"))
            .run());
  }

  @Test
  void says_what_to_run_when_nothing_is_built() throws Exception {
    var ran = Launch.of(Installation.unbuilt(folder.resolve("tap")).launcher(), "--version").run();

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).singleElement().asString().contains("`make build`");
  }

  private static void assertRuns(Ran ran) {
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).startsWith("tap-virtuous").hasLineCount(1);
    assertThat(ran.exitCode()).isZero();
  }

  static Stream<String> shells() {
    return Stream.of("sh", "dash", "bash", "ksh", "busybox sh").filter(shell -> isHere(shell));
  }

  private static boolean isHere(String shell) {
    var program = shell.split(" ", -1)[0];
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private static void link(Path link, String target) throws IOException {
    Files.createSymbolicLink(link, Path.of(target));
  }
}
