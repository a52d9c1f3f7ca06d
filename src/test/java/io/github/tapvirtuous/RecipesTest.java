package io.github.tapvirtuous;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.testing.process.Launch;
import io.github.tapvirtuous.testing.process.Ran;
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
import org.junit.jupiter.params.provider.EnumSource;

/** What the docs tell people to type, in front of a made-up tap and target. */
final class RecipesTest {
  /** Where a state is kept: the first block of code behind a heading that names one. */
  private enum Recipe {
    QUICK_START("README.md", "### Into PostgreSQL"),
    PIPE("docs/operations.md", "## Pipe into a target, and keep the state"),
    CRON("docs/operations.md", "## Cron");

    private final String page;
    private final String heading;

    Recipe(String page, String heading) {
      this.page = page;
      this.heading = heading;
    }

    String text() throws IOException {
      var text = Files.readString(Path.of(page));
      var blocks = BLOCK.matcher(text.substring(text.indexOf(heading + "\n"))).results();
      return blocks
          .map(block -> block.group(1))
          .filter(block -> block.contains("--state"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:ba)?sh\n(.*?)^```$");

  /** A failed command would leave such a file empty: the state or catalog before is lost. */
  private static final Pattern OVERWRITES = Pattern.compile("> *(state|catalog)\\.json");

  @TempDir private Path folder;

  @BeforeEach
  void install() throws IOException {
    program("bin/tap-virtuous", "echo '{\"type\":\"STATE\"}'");
    Files.writeString(folder.resolve("state.json"), "the state before");
  }

  private void program(String name, String script) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A target of this script, under each name that a recipe has for one. */
  private void target(String script) throws IOException {
    program("bin/target-jsonl", script);
    program("bin/target-postgres", script);
  }

  private String stateAfter(Recipe recipe) throws Exception {
    var script = Files.writeString(folder.resolve("recipe.sh"), recipe.text());
    run(Launch.of(Path.of("bash"), script.toString()));
    return state(folder);
  }

  private Ran run(Launch launch) throws Exception {
    var path = folder.resolve("bin") + ":" + System.getenv("PATH");
    return launch.from(folder).with("PATH", path).run();
  }

  /** The script for cron, as one that is held by whatever stands before it. */
  private Launch cron(String before) throws IOException {
    program("sync.sh", Recipe.CRON.text()); // its own first line is a comment then
    return Launch.of(Path.of("bash"), "-c", before + "bash sync.sh");
  }

  private static String state(Path folder) throws IOException {
    return Files.readString(folder.resolve("state.json")).strip();
  }

  @ParameterizedTest
  @EnumSource
  void a_target_that_prints_nothing_leaves_the_state_as_it_was(Recipe recipe) throws Exception {
    target("cat >/dev/null; exit 1");

    assertThat(stateAfter(recipe)).isEqualTo("the state before");
  }

  @ParameterizedTest
  @EnumSource
  void a_target_that_is_not_there_leaves_the_state_as_it_was(Recipe recipe) throws Exception {
    assertThat(stateAfter(recipe)).isEqualTo("the state before");
  }

  @ParameterizedTest
  @EnumSource
  void the_last_whole_state_is_kept_even_of_a_target_that_failed(Recipe recipe) throws Exception {
    target("cat >/dev/null; printf '{\"a\":1}\\n{\"a\":2}\\n\\n{\"a\":'; exit 1");

    assertThat(stateAfter(recipe)).isEqualTo("{\"a\":2}");
  }

  @Test
  void a_link_to_the_script_keeps_the_state_of_its_own_folder() throws Exception {
    target("cat >/dev/null; echo '{\"a\":2}'");
    program("sync.sh", Recipe.CRON.text());
    var customer = Files.createDirectory(folder.resolve("harbor-light"));
    var link = Files.createSymbolicLink(customer.resolve("sync.sh"), Path.of("..", "sync.sh"));

    run(Launch.of(Path.of("bash"), link.toString()));

    assertThat(state(customer)).isEqualTo("{\"a\":2}");
    assertThat(state(folder)).isEqualTo("the state before");
  }

  @Test
  void a_run_that_is_still_at_work_is_left_alone_and_no_failure() throws Exception {
    target("cat >/dev/null; echo '{\"a\":2}'");

    assertThat(run(cron("exec 8>lock; flock 8; ")).exitCode()).isZero();
    assertThat(state(folder)).isEqualTo("the state before");
    assertThat(run(cron("")).exitCode()).isZero();
    assertThat(state(folder)).isEqualTo("{\"a\":2}");
  }

  @Test
  void a_lock_that_cannot_be_had_is_a_failure() throws Exception {
    Files.createDirectory(folder.resolve("lock"));

    assertThat(run(cron("")).exitCode()).isEqualTo(2);
  }

  @Test
  void a_machine_without_flock_is_a_failure() throws Exception {
    program("no/dirname", "echo .");
    program("no/bash", "exec /bin/bash \"$@\"");

    var ran = cron("").from(folder).with("PATH", folder.resolve("no")).run();

    assertThat(ran.exitCode()).isEqualTo(2);
  }

  @Test
  void the_tap_decides_the_exit_code_and_the_log_before_is_kept() throws Exception {
    target("cat >/dev/null; echo '{\"a\":2}'");
    program("bin/tap-virtuous", "echo \"run $(cat state.json)\" >&2; exit 1");

    assertThat(run(cron("")).exitCode()).isEqualTo(1);
    assertThat(run(cron("")).exitCode()).isEqualTo(1);
    assertThat(folder.resolve("tap.log.1")).hasContent("run the state before");
    assertThat(folder.resolve("tap.log")).hasContent("run {\"a\":2}");
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
                "/target.json",
                "/venv/",
                "/webhook.json"));
  }
}
