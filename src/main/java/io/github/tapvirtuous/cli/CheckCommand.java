package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.cli.check.CheckJson;
import io.github.tapvirtuous.cli.check.CheckTable;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.log.Fatal;
import io.github.tapvirtuous.log.SecretMask;
import io.github.tapvirtuous.singer.SingerMetrics;
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
    versionProvider = VersionLine.class,
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
      HelpText.DOCS
    })
final class CheckCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(CheckCommand.class);

  private final RunContext context;

  private final ConfigOption config;

  @Mixin private FormatOption format = new FormatOption();

  CheckCommand(RunContext context, ConfigOption config) {
    this.context = context;
    this.config = config;
  }

  @Override
  public Integer call() {
    var meters = SingerMetrics.ofLook(context.clock());
    return new Run(context, config.read(context.environment(), Needs.API_KEY), meters)
        .check(
            parts -> {
              var check = new ConnectionCheck(parts.client(), parts.config(), parts.report());
              return told(check.run());
            });
  }

  /** People have the reason in front of them: the log need not repeat it. */
  private Optional<TapException> told(ConnectionCheck.Result result) {
    if (format.isForPeople(context)) {
      context.print(SecretMask.masked(CheckTable.of(result)));
    } else {
      context.print(SecretMask.masked(CheckJson.of(result) + "\n"));
      result.failure().ifPresent(failure -> LOG.error(Fatal.EXIT, "{}", failure.getMessage()));
    }
    return result.failure();
  }
}
