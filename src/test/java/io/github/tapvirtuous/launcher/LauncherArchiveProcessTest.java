package io.github.tapvirtuous.launcher;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.tapvirtuous.testing.Installation;
import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class-data archive that an installed tap makes itself, of a list as short as can be. */
final class LauncherArchiveProcessTest {
  private static final int MEGABYTES = 64;
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void install() throws IOException {
    home = folder.resolve("tap");
    install(home);
  }

  private static void install(Path home) throws IOException {
    var unpacked = Installation.at(home);
    var lib = Files.createDirectories(home.resolve("lib"));
    Files.move(unpacked.jar(), lib.resolve("tap-virtuous.jar"));
    Files.copy(Path.of("src", "main", "dist", "archive.sh"), lib.resolve("archive.sh"));
    Files.writeString(
        lib.resolve("tap-virtuous.classes"),
        "# 1.0-abc\njava/lang/Object\nio/github/tapvirtuous/Main\n");
  }

  private Launch launch(String... arguments) {
    return Launch.of(home.resolve("bin/tap-virtuous"), arguments)
        .with("XDG_CACHE_HOME", folder.resolve("cache"));
  }

  private static List<Path> archives(Path place) throws IOException {
    try (var files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }

  private List<Path> archives() throws IOException {
    return archives(home.resolve("lib"));
  }

  @Test
  void is_made_when_somebody_asks_and_every_start_then_uses_it() throws Exception {
    var made = launch("archive").run().well();

    assertThat(made.out()).isEmpty();
    assertThat(archives()).singleElement().asString().contains("tap-virtuous-1.0-abc-");
    assertThat(made.err()).isEqualTo("Made " + archives().get(0) + ".\n");
    var started = launch("--version").with("JAVA_OPTS", "-Xlog:class+load:stderr").run().well();
    assertThat(started.err()).containsPattern("tapvirtuous\\.Main .*shared objects file");
    assertThat(started.out()).hasLineCount(1);
  }

  @Test
  void is_made_beside_the_first_run_which_does_not_wait_for_it() throws Exception {
    try (var watch = folder.getFileSystem().newWatchService()) {
      home.resolve("lib").register(watch, ENTRY_CREATE);

      var ran = launch("--version").run().well();

      assertThat(ran.err()).isEmpty();
      assertThat(watch.poll(1, TimeUnit.MINUTES)).isNotNull();
    }
    assertThat(launch("archive").run().well().err()).contains(archives().get(0).toString());
  }

  @Test
  void is_made_once_by_two_who_start_together() throws Exception {
    try (var one = launch("archive").start();
        var other = launch("archive").start()) {
      var said = one.ended().well().err() + other.ended().well().err();

      assertThat(said).containsOnlyOnce("Made ").containsOnlyOnce("There is ");
    }
    assertThat(archives()).hasSize(1);
  }

  @Test
  void is_made_anew_for_another_jar_and_takes_the_place_of_the_old_one() throws Exception {
    launch("archive").run().well();
    var list = home.resolve("lib/tap-virtuous.classes");
    Files.writeString(list, Files.readString(list).replace("1.0-abc", "1.1-def"));

    launch("archive").run().well();

    assertThat(archives()).singleElement().asString().contains("tap-virtuous-1.1-def-");
  }

  @Test
  void lies_in_the_cache_where_the_tap_may_not_be_written_to() throws Exception {
    var disk = SmallDisk.at(folder.resolve("disk"), MEGABYTES);
    assumeThat(disk).isPresent();
    try (var readOnly = disk.orElseThrow()) {
      home = readOnly.path().resolve("tap");
      install(home);
      readOnly.makeReadOnly();

      launch("archive").run().well();

      assertThat(archives(folder.resolve("cache/tap-virtuous"))).hasSize(1);
      var started = launch("--version").with("JAVA_OPTS", "-Xlog:class+load:stderr").run();
      assertThat(started.err()).contains("shared objects file");
    }
  }

  @Test
  void is_not_tried_again_with_a_java_that_makes_none() throws Exception {
    var java = FakeJava.released(folder.resolve("java"), "17.0.15").program();

    var asked = launch("archive").with("TAP_VIRTUOUS_JAVA", java).run();

    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.err()).contains(java + " does not use the archive that it made");
    assertThat(archives()).singleElement().satisfies(file -> assertThat(file).isEmptyFile());
    var ran = launch("--version").with("TAP_VIRTUOUS_JAVA", java).run().well();
    assertThat(ran.out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void is_tried_again_with_a_java_that_made_none_a_week_ago() throws Exception {
    launch("archive").run().well();
    var made = archives().get(0);
    Files.write(made, new byte[0]);
    Files.setLastModifiedTime(home.resolve("lib/tap-virtuous.jar"), FileTime.from(LONG_AGO));
    Files.setLastModifiedTime(made, FileTime.from(LONG_AGO.plusSeconds(1)));

    launch("--version").run().well();

    assertThat(launch("archive").run().well().err()).contains(made.toString());
    assertThat(made).isNotEmptyFile();
  }

  @Test
  void is_another_one_in_the_cache_for_a_tap_in_another_place() throws Exception {
    var disk = SmallDisk.at(folder.resolve("disk"), MEGABYTES);
    assumeThat(disk).isPresent();
    try (var readOnly = disk.orElseThrow()) {
      var homes = List.of(readOnly.path().resolve("one"), readOnly.path().resolve("other"));
      for (var each : homes) {
        install(each);
      }
      readOnly.makeReadOnly();

      for (var each : homes) {
        home = each;
        launch("archive").run().well();
      }

      assertThat(archives(folder.resolve("cache/tap-virtuous"))).hasSize(2);
    }
  }

  @Test
  void that_cannot_be_begun_is_a_failure_and_nothing_to_wait_for() throws Exception {
    launch("archive").run().well();
    var made = archives().get(0);
    Files.delete(made);
    var claim = "." + made.getFileName().toString().replace(".jsa", "");
    Files.writeString(made.resolveSibling(claim), "a file where a folder has to be");

    assertThat(launch("archive").run().exitCode()).isEqualTo(1);
  }

  @Test
  void is_a_matter_of_make_in_a_checkout() throws Exception {
    var checkout = Installation.at(folder.resolve("checkout"));

    var asked = Launch.of(checkout.launcher(), "archive").run();

    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).contains("`make archive`");
  }
}
