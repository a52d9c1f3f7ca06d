package io.github.tapvirtuous.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Installation;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options for Java that belong to an installation: they stand in a file beside the jar. */
final class LauncherArgumentsProcessTest {
  @TempDir private Path folder;
  private Installation installation = new Installation(Path.of(""));

  @BeforeEach
  void install() throws IOException {
    installation = Installation.at(folder.resolve("a tap"));
  }

  private void arguments(String text) throws IOException {
    Files.writeString(installation.javaArguments(), text);
  }

  private List<String> told(String shell, String options) throws Exception {
    return Launch.script(shell, installation.launcher())
        .with("TAP_VIRTUOUS_JAVA", FakeJava.released(folder.resolve("java"), "17.0.15").program())
        .with("JAVA_OPTS", options)
        .run()
        .lines();
  }

  @ParameterizedTest
  @MethodSource("io.github.tapvirtuous.launcher.LauncherPlacesProcessTest#shells")
  void come_behind_those_of_the_launcher_and_before_java_options(String shell) throws Exception {
    arguments("-Xmx200m\n");

    var told = told(shell, "-Xmx128m");

    assertThat(told)
        .containsSubsequence(
            "-XX:-UsePerfData", "-Xms32m", "@" + installation.javaArguments(), "-Xmx128m", "-jar");
  }

  @Test
  void are_none_without_the_file() throws Exception {
    assertThat(told("sh", "")).isNotEmpty().noneMatch(argument -> argument.startsWith("@"));
  }

  @ParameterizedTest
  @MethodSource("io.github.tapvirtuous.launcher.LauncherPlacesProcessTest#shells")
  void may_choose_the_collector_and_a_small_heap(String shell) throws Exception {
    arguments("# not -XX:+UseSerialGC -Xmx8m\n-Da=*\n-XX:+UseParallelGC");
    assertThat(told(shell, "")).doesNotContain("-XX:+UseSerialGC").contains("-Xms32m");

    arguments("-Xmx16m");
    assertThat(told(shell, "")).contains("-XX:+UseSerialGC").doesNotContain("-Xms32m");
  }

  @Test
  void are_taken_by_java_without_a_word() throws Exception {
    arguments("# why\n-XX:MaxRAMPercentage=60\n\"-Da=b c\"\n-Dtap.known.by=arguments\n");

    var ran = version("");

    assertThat(ran).startsWith("tap-virtuous ").hasLineCount(1);
  }

  @Test
  void yield_to_java_options() throws Exception {
    arguments("-Xmx200m\n");

    var ran = version("-Xmx128m -XX:+PrintCommandLineFlags");

    assertThat(ran).contains("-XX:MaxHeapSize=134217728 ");
  }

  /** All that it says, on both streams. */
  private String version(String options) throws Exception {
    var ran =
        Launch.of(installation.launcher(), "--version").with("JAVA_OPTS", options).mixed().run();
    assertThat(ran.exitCode()).as(ran.out()).isZero();
    return ran.out();
  }
}
