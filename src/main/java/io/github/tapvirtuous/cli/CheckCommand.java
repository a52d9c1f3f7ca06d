package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.api.VirtuousClient;
import io.github.tapvirtuous.discover.ConnectionCheck;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.log.Fatal;
import io.github.tapvirtuous.log.SecretMask;
import io.github.tapvirtuous.report.RunReport;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says on standard output, as one JSON object, whether the key is good and what it may read. */
@Command(
    name = "check",
    description = "Is the key good, and which tables may it read?",
    versionProvider = VersionLine.class,
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(CheckCommand.class);

  private final Surroundings surroundings;

  private final ConfigOption config;

  CheckCommand(Surroundings surroundings, ConfigOption config) {
    this.surroundings = surroundings;
    this.config = config;
  }

  @Override
  public Integer call() {
    var settings = config.read(surroundings.environment());
    var client = VirtuousClient.once(settings, surroundings.environment(), surroundings.clock());
    var report = new RunReport(surroundings.clock(), Level.DEBUG);
    var result = new ConnectionCheck(client, settings, report).run();
    surroundings.print(SecretMask.masked(json(result) + "\n"));
    result.failure().ifPresent(failure -> LOG.error(Fatal.EXIT, "{}", failure.getMessage()));
    return result.failure().map(TapException::exitCode).orElse(0);
  }

  private static ObjectNode json(ConnectionCheck.Result result) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("test_result", result.failure().isEmpty());
    json.put("message", result.failure().map(TapException::getMessage).orElse("The key is good."));
    json.put(
        "auth_scheme",
        result.authScheme().map(scheme -> scheme.name().toLowerCase(Locale.ROOT)).orElse(null));
    json.put("organization", result.organization().isEmpty() ? null : result.organization());
    result.tables().forEach(json.putObject("tables")::put);
    return json;
  }
}
