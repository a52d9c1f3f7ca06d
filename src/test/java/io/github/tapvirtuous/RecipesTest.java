package io.github.tapvirtuous;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the docs tell people to type, in front of a made-up tap and target. */
final class RecipesTest {
  private static final String PIPE = "### Pipe into a target, and keep the state";
  private static final String CRON = "### Cron";

  /** A failed command would leave such a file empty: the state or catalog before is lost. */
  private static final Pattern OVERWRITES = Pattern.compile("> *(state|catalog)\\.json");

  @TempDir private Path folder;

  @BeforeEach
  void install() throws IOException {
    program("tap-virtuous", "echo '{\"type\":\"STATE\"}'");
    Files.writeString(folder.resolve("state.json"), "the state before");
  }

  private void program(String name, String script) throws IOException {
    var file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs the first block of code behind a heading of the README; returns the state it leaves. */
  private String stateAfter(String heading) throws Exception {
    var recipe = Files.writeString(folder.resolve("recipe.sh"), recipe(heading));
    var path = folder.resolve("bin") + ":" + System.getenv("PATH");
    Launch.of(Path.of("bash"), recipe.toString()).from(folder).with("PATH", path).run();
    return Files.readString(folder.resolve("state.json")).strip();
  }

  private static String recipe(String heading) throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var section = readme.substring(readme.indexOf(heading + "\n"));
    var start = section.indexOf('\n', section.indexOf("```")) + 1;
    return section.substring(start, section.indexOf("```\n", start));
  }

  @ParameterizedTest
  @ValueSource(strings = {PIPE, CRON})
  void a_target_that_prints_nothing_leaves_the_state_as_it_was(String recipe) throws Exception {
    program("target-jsonl", "cat >/dev/null; exit 1");

    assertThat(stateAfter(recipe)).isEqualTo("the state before");
  }

  @ParameterizedTest
  @ValueSource(strings = {PIPE, CRON})
  void a_target_that_is_not_there_leaves_the_state_as_it_was(String recipe) throws Exception {
    assertThat(stateAfter(recipe)).isEqualTo("the state before");
  }

  @ParameterizedTest
  @ValueSource(strings = {PIPE, CRON})
  void the_last_whole_state_is_kept_even_of_a_target_that_failed(String recipe) throws Exception {
    program("target-jsonl", "cat >/dev/null; printf '{\"a\":1}\\n{\"a\":2}\\n\\n{\"a\":'; exit 1");

    assertThat(stateAfter(recipe)).isEqualTo("{\"a\":2}");
  }

  @Test
  void nothing_tells_people_to_overwrite_what_they_need() throws IOException {
    try (var docs = Files.walk(Path.of("docs"));
        var scripts = Files.walk(Path.of("src/test/sh"))) {
      var files =
          Stream.of(
                  docs.filter(Files::isRegularFile),
                  scripts.filter(Files::isRegularFile),
                  Stream.of(
                          "README.md",
                          "CONTRIBUTING.md",
                          "src/main/java/io/github/tapvirtuous/cli/TapCommand.java")
                      .map(Path::of))
              .flatMap(each -> each)
              .toList();
      for (var file : files) {
        assertThat(Files.readAllLines(file))
            .as(file.toString())
            .noneMatch(line -> OVERWRITES.matcher(line).find());
      }
      assertThat(files).hasSizeGreaterThan(10);
    }
  }

  @Test
  void what_they_write_into_a_checkout_is_ignored() throws IOException {
    assertThat(Files.readAllLines(Path.of(".gitignore")))
        .containsAll(
            List.of(
                "/config.json",
                "/state.json",
                "/catalog.json",
                "/.env",
                "/sandbox.json",
                "/webhook.json"));
  }
}
