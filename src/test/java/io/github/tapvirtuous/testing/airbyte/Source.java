package io.github.tapvirtuous.testing.airbyte;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapProcess;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The tap as a source of Airbyte's, with the config and the stand-in of a {@link Tap}: in this
 * process, or built and started as a program. Whatever it writes is held against the protocol.
 */
public final class Source {
  private final Tap tap;
  private final Program program;

  /** Runs with arguments to its end. */
  @FunctionalInterface
  private interface Program {
    SourceRun run(String... arguments) throws IOException, InterruptedException;
  }

  private Source(Tap tap, Program program) {
    this.tap = tap;
    this.program = program;
  }

  public static Source inProcess(Tap tap) {
    return new Source(tap, arguments -> SourceRun.of(tap.run(arguments)));
  }

  /** {@code make build} comes first. */
  public static Source built(Tap tap) {
    return new Source(tap, arguments -> SourceRun.of(TapProcess.of(arguments).run()));
  }

  /** These words alone: no file comes with them. */
  public SourceRun run(String... words) {
    var arguments = new ArrayList<>(List.of("airbyte"));
    arguments.addAll(List.of(words));
    try {
      return program.run(arguments.toArray(String[]::new));
    } catch (IOException unstartable) {
      throw new AssertionError(unstartable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  public SourceRun spec() {
    return run("spec").well();
  }

  public SourceRun check() {
    return run("check", "--config", tap.config());
  }

  public SourceRun discover() {
    return run("discover", "--config", tap.config());
  }

  /** All streams, each as {@code incremental}. */
  public ConfiguredCatalog discovered() {
    return ConfiguredCatalog.incremental(discover().well().output().catalog());
  }

  /** A first read. */
  public SourceRun read(ConfiguredCatalog catalog) {
    return read(catalog, new String[0]);
  }

  public SourceRun read(ConfiguredCatalog catalog, JsonNode state) {
    return read(catalog, "--state", tap.file("state.json", state));
  }

  /** With a state file of this text. */
  public SourceRun readFrom(String state, ConfiguredCatalog catalog) {
    return read(catalog, "--state", tap.file("state.json", state));
  }

  private SourceRun read(ConfiguredCatalog catalog, String... more) {
    var run = run(reading(catalog, more));
    ReadRules.check(run.output(), catalog.json(), run.exitCode());
    return run;
  }

  /** A read of the built program that is about to start. */
  public Launch reader(ConfiguredCatalog catalog, String... more) {
    var arguments = new ArrayList<>(List.of("airbyte"));
    arguments.addAll(List.of(reading(catalog, more)));
    return TapProcess.of(arguments.toArray(String[]::new));
  }

  private String[] reading(ConfiguredCatalog catalog, String... more) {
    var arguments = new ArrayList<>(List.of("read", "--config", tap.config()));
    arguments.addAll(List.of("--catalog", tap.file("configured_catalog.json", catalog.json())));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }
}
