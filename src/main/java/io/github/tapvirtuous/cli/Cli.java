package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.cli.airbyte.AirbyteCommand;
import io.github.tapvirtuous.cli.airbyte.AirbyteVoice;
import io.github.tapvirtuous.cli.help.UsageError;
import io.github.tapvirtuous.cli.report.RunRecord;
import io.github.tapvirtuous.cli.webhook.WebhookCommand;
import io.github.tapvirtuous.config.Sleeper;
import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.log.Fatal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Runs one command line, and turns whatever ends it into words and an exit code. */
public final class Cli {
  /** Ctrl-C reaches the reader too: the pipe may break just before the signal comes. */
  private static final Duration SIGNAL_ON_ITS_WAY = Duration.ofMillis(500);

  /** What the commands beside the sync are called, and what lists them. */
  private static final Set<String> NAMES_COMMANDS =
      Set.of("check", "state", "webhook", "airbyte", "-h", "--help");

  private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

  private Cli() {}

  /** Never throws: 0 done, 1 failed, 2 wrong usage, config, catalog, state or key. */
  public static int run(RunContext context, String... given) {
    var args = AirbyteCommand.named(context.environment(), given);
    if (!AirbyteCommand.isNamed(args)) {
      return run(context, Optional.empty(), args);
    }
    try (var voice = new AirbyteVoice(context.out(), context.clock())) {
      return run(context, Optional.of(voice), args);
    }
  }

  private static int run(RunContext context, Optional<AirbyteVoice> airbyte, String... args) {
    var record = new RunRecord(context.clock());
    var exitCode = Run.FAILED; // if an Error ends it
    try {
      exitCode = run(context, record, airbyte, args);
    } finally {
      record.ended(exitCode);
    }
    return exitCode;
  }

  private static int run(
      RunContext context, RunRecord record, Optional<AirbyteVoice> airbyte, String... args) {
    return commandLine(context, record, airbyte, args)
        .setOut(new PrintWriter(context.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((problem, words) -> exitCode(UsageError.of(problem), airbyte))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              var cause = named(failure, context);
              record.failed(cause);
              return exitCode(cause, airbyte);
            })
        .execute(args);
  }

  /** Most runs are syncs, which start sooner when Picocli reads no other command. */
  private static CommandLine commandLine(
      RunContext context, RunRecord record, Optional<AirbyteVoice> airbyte, String... args) {
    var config = new ConfigOption();
    var line = new CommandLine(new TapCommand(context, config, record));
    return mayNameCommand(args)
        ? line.addSubcommand(new CheckCommand(context, config))
            .addSubcommand(new StateCommand(context))
            .addSubcommand(
                WebhookCommand.of(new WebhookSurroundings(context, config), List.of(args)))
            .addSubcommand(
                airbyte
                    .map(
                        voice ->
                            AirbyteCommand.of(
                                new AirbyteSurroundings(context, config, record), voice))
                    .orElseGet(AirbyteCommand::mentioned))
        : line;
  }

  private static boolean mayNameCommand(String... args) {
    return Stream.of(args).limit(1).noneMatch(first -> first.startsWith("-"))
        || Stream.of(args).anyMatch(NAMES_COMMANDS::contains);
  }

  private static Exception named(Exception failure, RunContext context) {
    return failure instanceof OutputException nobodyReads && isBeingStopped(context.sleeper())
        ? nobodyReads.stoppedTogether()
        : failure;
  }

  private static boolean isBeingStopped(Sleeper sleeper) {
    try {
      sleeper.sleep(SIGNAL_ON_ITS_WAY);
    } catch (InterruptedException signal) {
      Thread.currentThread().interrupt();
    }
    return Thread.currentThread().isInterrupted();
  }

  private static int exitCode(Exception failure, Optional<AirbyteVoice> airbyte) {
    var code = exitCode(failure);
    airbyte.ifPresent(voice -> voice.failed(failure));
    return code;
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof TapException known) {
      LOG.error(Fatal.EXIT, "{}", known.getMessage());
      return known.exitCode();
    }
    LOG.error(Fatal.EXIT, "This is a bug in tap-virtuous. Please report these lines.", failure);
    return Run.FAILED;
  }
}
