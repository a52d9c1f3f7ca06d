package io.github.tapvirtuous.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.Installation;
import io.github.tapvirtuous.testing.Rule;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher hands to Java, and what comes out of the two. */
final class LauncherOptionsProcessTest {
  @TempDir private Path folder;
  private Installation installation = new Installation(Path.of(""));

  @BeforeEach
  void install() throws IOException {
    installation = Installation.at(folder.resolve("a tap"));
  }

  @Test
  void hands_on_its_arguments_as_they_are() throws Exception {
    var told = told(launch("--config", "my config.json", "*", ""));

    assertThat(told)
        .endsWith("-jar", installation.jar().toString(), "--config", "my config.json", "*", "");
  }

  @Test
  void becomes_java_so_that_signals_reach_it() throws Exception {
    var ran = launch().run();

    assertThat(ran.lines()).first().isEqualTo(Long.toString(ran.pid()));
  }

  @Test
  void puts_java_options_behind_its_own() throws Exception {
    var told = told(launch().with("JAVA_OPTS", "-Xmx128m  -Dfile.encoding=x -Da=/*"));

    assertThat(told).containsSubsequence("-Dfile.encoding=UTF-8", "-Dfile.encoding=x", "-jar");
    assertThat(told).contains("-Xmx128m", "-Da=/*");
  }

  @ParameterizedTest
  @MethodSource("io.github.tapvirtuous.launcher.LauncherPlacesProcessTest#shells")
  void keeps_together_what_java_options_quote(String shell) throws Exception {
    var java = FakeJava.released(folder.resolve("java"), "17.0.15");

    var told =
        Launch.script(shell, installation.launcher(), "--test", "")
            .with("TAP_VIRTUOUS_JAVA", java.program())
            .with("JAVA_OPTS", " -Da=\"/my path/ca.p12\"\t'-Db=c  \"d\"'-e  -Df=\\g\n\"\" ")
            .run()
            .lines();

    var jar = installation.jar().toString();
    assertThat(told)
        .endsWith(
            "-Da=/my path/ca.p12", "-Db=c  \"d\"-e", "-Df=\\g", "", "-jar", jar, "--test", "");
  }

  @ParameterizedTest
  @MethodSource("io.github.tapvirtuous.launcher.LauncherPlacesProcessTest#shells")
  void runs_and_expands_nothing_in_java_options(String shell) throws Exception {
    var java = FakeJava.released(folder.resolve("java"), "17.0.15");
    var place = Files.createDirectories(folder.resolve("place"));
    Files.writeString(place.resolve("a-file"), "");

    var told =
        Launch.script(shell, installation.launcher())
            .with("TAP_VIRTUOUS_JAVA", java.program())
            .with("JAVA_OPTS", "$(touch x) \"`touch y`\" '$(touch z)' * ~ $HOME ;touch|touch")
            .from(place)
            .run()
            .lines();

    assertThat(told)
        .containsSubsequence(
            "$(touch", "x)", "`touch y`", "$(touch z)", "*", "~", "$HOME", ";touch|touch", "-jar");
    assertThat(place).isDirectoryNotContaining(file -> !file.endsWith("a-file"));
  }

  @Test
  void says_that_java_options_have_a_quote_too_few() throws Exception {
    var ran = Launch.of(installation.launcher(), "--version").with("JAVA_OPTS", "-Da='b c").run();

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).singleElement().asString().contains("JAVA_OPTS has a '");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Xmx16m", "-Xmx31M", "-Xmx16384k", "-Xmx16777216", "-XX:MaxHeapSize=16m"})
  void starts_with_no_more_heap_than_is_allowed(String limit) throws Exception {
    assertThat(told(launch())).contains("-Xms32m", "-Xmn14m");
    for (var setting : List.of("JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
      assertThat(told(launch().with(setting, "-Da=b '" + limit + "'")))
          .doesNotContain("-Xms32m", "-Xmn14m");
    }

    var ran = Launch.of(installation.launcher(), "--version").with("JAVA_OPTS", limit).run();
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Xmx32m", "-Xmx128m", "-Xmx1g", "-Xmx65536k", "-Xmx99999999999", "-Xmxx"})
  void starts_as_always_where_enough_heap_is_allowed(String limit) throws Exception {
    assertThat(told(launch().with("JAVA_OPTS", limit))).contains("-Xms32m", "-Xmn14m");
  }

  @Test
  void tells_java_whether_people_read() throws Exception {
    var java = FakeJava.released(folder.resolve("java"), "17.0.15");
    var told = folder.resolve("told");
    var onATerminal =
        Launch.of(Path.of("script"), "-qec", "'" + installation.launcher() + "'", told.toString())
            .with("TAP_VIRTUOUS_JAVA", java.program())
            .run();

    assertThat(onATerminal.out()).contains("-Dtap.virtuous.terminal=true");
    assertThat(onATerminal.out()).containsPattern("-Dtap\\.virtuous\\.columns=\\d+\\s");
    assertThat(told(launch()))
        .isNotEmpty()
        .doesNotContain("-Dtap.virtuous.terminal=true")
        .noneMatch(option -> option.startsWith("-Dtap.virtuous.columns="));
  }

  @ParameterizedTest
  @CsvSource({
    "C.UTF-8, true",
    "de_AT.utf8, true",
    "C, false",
    "POSIX, false",
    "de_AT.ISO-8859-1, false"
  })
  void tells_java_whether_the_terminal_shows_utf_8(String locale, boolean shows) throws Exception {
    var java = FakeJava.released(folder.resolve("java"), "17.0.15");
    var told = folder.resolve("told");
    var onATerminal =
        Launch.of(Path.of("script"), "-qec", "'" + installation.launcher() + "'", told.toString())
            .with("TAP_VIRTUOUS_JAVA", java.program())
            .with("LC_ALL", locale)
            .run();

    assertThat(onATerminal.out()).contains("-Dtap.virtuous.unicode=" + shows);
  }

  @Test
  void leaves_the_collector_to_whoever_chose_one() throws Exception {
    assertThat(told(launch())).contains("-XX:+UseSerialGC");
    for (var setting : List.of("JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
      assertThat(told(launch().with(setting, "-Xmx1g -XX:+UseParallelGC")))
          .doesNotContain("-XX:+UseSerialGC");
    }
  }

  @Test
  void uses_a_class_data_archive_where_there_is_one() throws Exception {
    var option = "-XX:SharedArchiveFile=" + installation.archive();

    assertThat(told(launch())).doesNotContain(option);
    Files.writeString(installation.archive(), "an archive");
    assertThat(told(launch())).contains(option);
  }

  @Test
  void says_nothing_about_an_archive_that_is_none() throws Exception {
    Files.writeString(installation.archive(), "no archive");

    var ran = Launch.of(installation.launcher(), "--version").run();

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  @Rule("OUT-1")
  void keeps_the_virtual_machine_off_stdout() throws Exception {
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

  private static List<String> told(Launch launch) throws Exception {
    return launch.run().lines();
  }
}
