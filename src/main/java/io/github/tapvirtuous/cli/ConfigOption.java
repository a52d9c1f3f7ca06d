package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.config.ConfigReader;
import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.config.TapConfig;
import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.log.SecretMask;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that all commands share, before or behind the command's name. */
final class ConfigOption {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE|ENV",
      scope = ScopeType.INHERIT,
      description = "Settings as JSON; ENV for TAP_VIRTUOUS_* variables. May be repeated.")
  private List<String> sources = new ArrayList<>();

  /** Empty if none is named: there are commands that need none. */
  Optional<TapConfig> readIfNamed(Map<String, String> environment, Needs needs) {
    return sources.isEmpty() ? Optional.empty() : Optional.of(read(environment, needs));
  }

  /** Files that a command reads, each with what it is, and these. */
  Map<Path, String> with(Map<Path, String> others) {
    var all = new HashMap<>(others);
    sources.forEach(source -> path(source).ifPresent(path -> all.put(path, "config")));
    return all;
  }

  /** Empty for what can be no path, which whoever reads it says. */
  private static Optional<Path> path(String source) {
    try {
      return Optional.of(Path.of(source));
    } catch (InvalidPathException unusable) {
      return Optional.empty();
    }
  }

  TapConfig read(Map<String, String> environment, Needs needs) {
    if (sources.isEmpty()) {
      throw new ConfigException(
          "No config was given.",
          "Add --config FILE, or --config ENV to read TAP_VIRTUOUS_* variables.");
    }
    if (needs == Needs.API_KEY) {
      EarlyTls.begin(); // the key is for a server
    }
    return ConfigReader.read(sources, environment, needs, SecretMask::hide);
  }
}
