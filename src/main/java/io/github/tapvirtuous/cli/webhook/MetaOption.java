package io.github.tapvirtuous.cli.webhook;

import io.github.tapvirtuous.config.ConfigReader.Needs;
import io.github.tapvirtuous.log.SecretMask;
import io.github.tapvirtuous.webhook.Meta;
import io.github.tapvirtuous.webhook.Subscriptions;
import picocli.CommandLine.Option;

/** The option by which a command knows which webhook is meant. */
final class MetaOption {
  private static final String STANDARD_INPUT = "-";

  @Option(
      names = "--meta",
      paramLabel = "FILE|-",
      required = true,
      description = "What webhook create wrote; - for standard input.")
  private String file = "";

  Meta read(Surroundings surroundings) {
    return file.equals(STANDARD_INPUT)
        ? Meta.read(surroundings.in(), SecretMask::hide)
        : Meta.read(file, SecretMask::hide);
  }

  static Subscriptions subscriptions(Surroundings surroundings) {
    return new Subscriptions(surroundings.client(surroundings.config(Needs.API_KEY)));
  }
}
