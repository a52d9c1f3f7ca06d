package io.github.tapvirtuous.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Installation;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java the launcher takes, and which it refuses. */
final class LauncherJavaProcessTest {
  @TempDir private Path folder;
  private Installation installation = new Installation(Path.of(""));

  @BeforeEach
  void install() throws IOException {
    installation = Installation.at(folder.resolve("tap"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "17-ea", "21.0.7", "25.0.3"})
  void takes_java_17_and_newer(String version) throws Exception {
    var java = FakeJava.released(folder.resolve("java"), version);

    assertThat(withHome(java).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_292", "11.0.2", "16"})
  void refuses_an_older_java_without_starting_it(String version) throws Exception {
    var java = FakeJava.released(folder.resolve("an old java"), version);

    assertRefused(withHome(java), "Java " + version + " at " + java.program() + " is too old");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_292", "11.0.2"})
  void asks_a_java_that_has_no_release_file(String version) throws Exception {
    var java = FakeJava.wrapped(folder.resolve("wrapper"), version);

    assertRefused(withHome(java), "Java " + version + " at ");
  }

  @Test
  void takes_a_newer_java_that_has_no_release_file() throws Exception {
    var java = FakeJava.wrapped(folder.resolve("wrapper"), "21.0.7");

    assertThat(withHome(java).exitCode()).isZero();
  }

  @Test
  void finds_the_version_of_a_java_behind_links() throws Exception {
    var java = FakeJava.released(folder.resolve("jvm/old"), "11.0.2");
    var bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("alternative"), Path.of("../jvm/old/bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of("alternative"));

    var ran = launch().without("JAVA_HOME").with("PATH", bin + ":" + System.getenv("PATH")).run();

    assertRefused(ran, "Java 11.0.2 at " + bin.resolve("java") + " is too old");
    assertThat(java.program()).exists();
  }

  @Test
  void prefers_its_own_setting_to_java_home() throws Exception {
    var old = FakeJava.released(folder.resolve("old"), "11");
    var chosen = FakeJava.released(folder.resolve("chosen"), "17");

    var ran =
        launch().with("JAVA_HOME", old.home()).with("TAP_VIRTUOUS_JAVA", chosen.program()).run();

    assertThat(ran.exitCode()).isZero();
  }

  @Test
  void says_that_java_is_missing() throws Exception {
    var ran =
        Launch.script("/bin/sh", installation.launcher(), "--version")
            .without("JAVA_HOME")
            .without("TAP_VIRTUOUS_JAVA")
            .with("PATH", folder)
            .run();

    assertRefused(ran, "Java is missing: install a JDK or JRE 17 or newer");
  }

  @Test
  void says_that_java_home_has_no_java() throws Exception {
    var ran = launch().with("JAVA_HOME", folder).run();

    assertRefused(ran, "JAVA_HOME is " + folder + ", which has no bin/java");
  }

  @Test
  void says_that_its_own_setting_is_no_program() throws Exception {
    var ran = launch().with("TAP_VIRTUOUS_JAVA", folder).run();

    assertRefused(ran, "TAP_VIRTUOUS_JAVA is " + folder + ", which is no program");
  }

  @Test
  void takes_the_java_that_came_with_it_where_there_is_no_other_that_will_do() throws Exception {
    var own = FakeJava.released(folder.resolve("own"), "25.0.2");
    var old = FakeJava.released(folder.resolve("old"), "11.0.2");
    var launch = launch().without("JAVA_HOME").with("TAP_VIRTUOUS_OWN_JAVA", own.program());

    var ran = launch.with("PATH", old.program().getParent() + ":" + System.getenv("PATH")).run();

    assertThat(ran.exitCode()).as(ran.err()).isZero();
  }

  @Test
  void takes_it_where_the_java_of_the_path_is_none() throws Exception {
    var own = FakeJava.released(folder.resolve("own"), "25.0.2");
    var none = FakeJava.failing(folder.resolve("stub"));
    var path = none.program().getParent() + ":" + System.getenv("PATH");
    var launch = launch().without("JAVA_HOME").with("PATH", path);

    assertRefused(launch.run(), "does not say its version");
    assertThat(launch.with("TAP_VIRTUOUS_OWN_JAVA", own.program()).run().exitCode()).isZero();
  }

  @Test
  void passes_over_no_java_that_somebody_chose() throws Exception {
    var own = FakeJava.released(folder.resolve("own"), "25.0.2");
    var old = FakeJava.released(folder.resolve("old"), "11.0.2");

    var ran =
        launch().with("JAVA_HOME", old.home()).with("TAP_VIRTUOUS_OWN_JAVA", own.program()).run();

    assertRefused(ran, "Java 11.0.2 at " + old.program() + " is too old");
  }

  private Launch launch() {
    return Launch.of(installation.launcher(), "--version").without("TAP_VIRTUOUS_JAVA");
  }

  private Ran withHome(FakeJava java) throws Exception {
    return launch().with("JAVA_HOME", java.home()).run();
  }

  private static void assertRefused(Ran ran, String why) {
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).singleElement().asString().contains(why);
  }
}
