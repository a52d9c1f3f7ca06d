package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.cli.check.CheckJson;
import io.github.tapvirtuous.cli.check.CheckTable;
import io.github.tapvirtuous.cli.check.ProbeJson;
import io.github.tapvirtuous.cli.check.ProbeText;
import io.github.tapvirtuous.cli.help.FormatOption;
import io.github.tapvirtuous.cli.help.HelpText;
import io.github.tapvirtuous.cli.report.RunRecord;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.facts.AccountFacts;
import io.github.tapvirtuous.log.Fatal;
import io.github.tapvirtuous.log.SecretMask;
import io.github.tapvirtuous.singer.SingerMetrics;
import io.github.tapvirtuous.sync.AccountProbe;
import io.github.tapvirtuous.sync.ConnectionCheck;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says on standard output whether the key is good and what it may read. */
@Command(
    name = "check",
    description = "Is the key good, and which tables may it read?",
    versionProvider = HelpText.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = HelpText.WIDTH,
    exitCodeListHeading = HelpText.EXIT_CODES,
    exitCodeList = {
      "0:The key is good. Tables that it may not read are named.",
      "1:Virtuous or the way to it failed: try again later.",
      "2:Usage, config or key is wrong: change it first."
    },
    footerHeading = HelpText.EXAMPLES,
    footer = {
      "  tap-virtuous check --config config.json",
      "  tap-virtuous check --config ENV --format json",
      "  tap-virtuous check --probe --config config.json > probe.json",
      HelpText.DOCS
    })
final class CheckCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(CheckCommand.class);

  private final RunContext context;

  private final ConfigOption config;

  @Mixin private FormatOption format = new FormatOption();
  @Mixin private ProbeOptions probe = new ProbeOptions();

  CheckCommand(RunContext context, ConfigOption config) {
    this.context = context;
    this.config = config;
  }

  @Override
  public Integer call() {
    var isProbe = probe.isWanted();
    var settings = config.read(context.environment(), Needs.API_KEY);
    return isProbe ? probe(settings.atMost(probe.maxRequests())) : check(settings);
  }

  private int check(TapConfig settings) {
    return run(settings)
        .check(
            parts -> {
              var check = new ConnectionCheck(parts.client(), parts.config(), parts.report());
              return told(check.run());
            });
  }

  private int probe(TapConfig settings) {
    return run(settings)
        .check(
            parts -> {
              var account = new AccountProbe(parts.client(), parts.config(), parts.report());
              return told(account.run());
            });
  }

  private Run run(TapConfig settings) {
    var meters = SingerMetrics.ofLook(context.clock());
    return new Run(context, settings, meters, new RunRecord(context.clock()));
  }

  /** People have the reason in front of them: the log need not repeat it. */
  private Optional<TapException> told(ConnectionCheck.Result result) {
    if (format.isForPeople(context.terminal())) {
      context.print(SecretMask.masked(CheckTable.of(result)));
    } else {
      context.print(SecretMask.masked(CheckJson.of(result) + "\n"));
      result.failure().ifPresent(failure -> LOG.error(Fatal.EXIT, "{}", failure.getMessage()));
    }
    return result.failure();
  }

  /** Words of Virtuous may be about the account, and these lines are pasted. */
  private static String words(TapException failure) {
    return failure instanceof SourceException source && source.status().isPresent()
        ? "Not all could be found out. The reason is told by tap-virtuous check."
        : failure.getMessage();
  }

  /** In both forms, unless one was chosen: people paste the one, and programs read the other. */
  private Optional<TapException> told(AccountFacts facts) {
    var lines = ProbeText.lines(facts);
    if (format.isChosen() && format.isForPeople(context.terminal())) {
      context.print(SecretMask.masked(String.join("\n", lines) + "\n"));
    } else {
      context.print(SecretMask.masked(ProbeJson.of(facts) + "\n"));
      lines.stream().filter(any -> !format.isChosen()).forEach(LOG::info);
    }
    facts.failure().ifPresent(failure -> LOG.error(Fatal.EXIT, "{}", words(failure)));
    return facts.failure();
  }
}
