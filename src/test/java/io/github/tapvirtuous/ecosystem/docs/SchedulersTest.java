package io.github.tapvirtuous.ecosystem.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.target.Environment;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the tasks that {@code docs/operations.md} has for schedulers make of an exit code. The
 * schedulers themselves are made up: of each module just the names that a task uses.
 */
@Tag("slow")
final class SchedulersTest {
  private static final Path PAGE = Path.of("docs", "operations.md");
  private static final String SCRIPT = "/srv/virtuous/harbor-light/sync.sh";

  private static final String AIRFLOW =
      """
      import sys, types
      def module(name, **names):
          sys.modules[name] = types.ModuleType(name)
          vars(sys.modules[name]).update(names)
      def decorator(**options):
          return lambda function: function
      class AirflowFailException(Exception):
          pass
      module("airflow")
      module("airflow.decorators", dag=decorator, task=decorator)
      module("airflow.exceptions", AirflowFailException=AirflowFailException)
      def outcome(error):
          return "failed" if isinstance(error, AirflowFailException) else "tried again"
      """;

  private static final String DAGSTER =
      """
      import sys, types
      class Failure(Exception):
          def __init__(self, description, allow_retries=True):
              self.allow_retries = allow_retries
      dagster = types.ModuleType("dagster")
      dagster.Failure = Failure
      dagster.RetryPolicy = dagster.ScheduleDefinition = lambda **options: options
      dagster.asset = lambda **options: lambda function: function
      dagster.Definitions = lambda assets, schedules: [each() for each in assets]
      sys.modules["dagster"] = dagster
      def outcome(error):
          return "tried again" if error.allow_retries else "failed"
      """;

  @TempDir private Path folder;

  private String runs(String heading, String scheduler, int exitCode) throws Exception {
    var sync = Files.writeString(folder.resolve("sync.sh"), "#!/bin/sh\nexit " + exitCode + "\n");
    Files.setPosixFilePermissions(sync, PosixFilePermissions.fromString("rwx------"));
    var script = Files.writeString(folder.resolve("task.py"), scheduler + tried(heading, sync));
    return Launch.of(new Environment("jsonl").program("python"), script.toString())
        .run()
        .well()
        .out()
        .strip();
  }

  private static String tried(String heading, Path sync) throws IOException {
    var task = Page.blocks(PAGE, heading, "python").get(0);
    assertThat(task).contains(SCRIPT);
    return "try:\n"
        + task.replace(SCRIPT, sync.toString()).indent(4)
        + "    print('done')\nexcept Exception as error:\n    print(outcome(error))\n";
  }

  @ParameterizedTest
  @CsvSource({"0, done", "1, tried again", "2, failed", "143, tried again"})
  void airflow_does_not_try_again_what_has_to_be_changed(int exitCode, String outcome)
      throws Exception {
    assertThat(runs("## Airflow", AIRFLOW, exitCode)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"0, done", "1, tried again", "2, failed", "143, tried again"})
  void dagster_does_not_try_again_what_has_to_be_changed(int exitCode, String outcome)
      throws Exception {
    assertThat(runs("## Dagster", DAGSTER, exitCode)).isEqualTo(outcome);
  }
}
