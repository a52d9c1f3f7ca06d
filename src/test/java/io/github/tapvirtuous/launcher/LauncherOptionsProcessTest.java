package io.github.tapvirtuous.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher hands to Java, and what comes out of the two. */
final class LauncherOptionsProcessTest {
  @TempDir private Path folder;
  private Installation installation = new Installation(Path.of(""));

  @BeforeEach
  void install() throws IOException {
    installation = Installation.at(folder.resolve("a tap"));
  }

  @Test
  void hands_on_its_arguments_as_they_are() throws IOException {
    var told = told(launch("--config", "my config.json", "*", ""));

    assertThat(told)
        .endsWith("-jar", installation.jar().toString(), "--config", "my config.json", "*", "");
  }

  @Test
  void becomes_java_so_that_signals_reach_it() throws IOException {
    var ran = launch().run();

    assertThat(ran.lines()).first().isEqualTo(Long.toString(ran.pid()));
  }

  @Test
  void puts_java_options_behind_its_own() throws IOException {
    var told = told(launch().with("JAVA_OPTS", "-Xmx128m  -Dfile.encoding=x -Da=/*"));

    assertThat(told).containsSubsequence("-Dfile.encoding=UTF-8", "-Dfile.encoding=x", "-jar");
    assertThat(told).contains("-Xmx128m", "-Da=/*");
  }

  @Test
  void leaves_the_collector_to_whoever_chose_one() throws IOException {
    assertThat(told(launch())).contains("-XX:+UseSerialGC");
    for (var setting : List.of("JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
      assertThat(told(launch().with(setting, "-Xmx1g -XX:+UseParallelGC")))
          .doesNotContain("-XX:+UseSerialGC");
    }
  }

  @Test
  void uses_a_class_data_archive_where_there_is_one() throws IOException {
    var option = "-XX:SharedArchiveFile=" + installation.archive();

    assertThat(told(launch())).doesNotContain(option);
    Files.writeString(installation.archive(), "");
    assertThat(told(launch())).contains(option);
  }

  @Test
  void says_nothing_about_an_archive_that_is_none() throws IOException {
    Files.writeString(installation.archive(), "no archive");

    var ran = Launch.of(installation.launcher(), "--version").run();

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void keeps_the_virtual_machine_off_stdout() {
    var ran =
        Launch.of(installation.launcher(), "--version")
            .with("JAVA_OPTS", "-XX:+PrintCommandLineFlags")
            .run();

    assertThat(ran.lines()).singleElement().asString().startsWith("tap-virtuous ");
    assertThat(ran.err()).contains("UseSerialGC");
  }

  private Launch launch(String... arguments) throws IOException {
    var java = folder.resolve("java");
    var home = Files.exists(java) ? new FakeJava(java) : FakeJava.released(java, "17.0.15");
    return Launch.of(installation.launcher(), arguments)
        .without("TAP_VIRTUOUS_JAVA")
        .with("JAVA_HOME", home.home());
  }

  private static List<String> told(Launch launch) {
    return launch.run().lines();
  }
}
