package io.github.tapvirtuous.cli.help;

import io.github.tapvirtuous.config.Version;
import picocli.CommandLine.IVersionProvider;

/**
 * What the help of all commands shares, and what {@code --version} prints. Picocli reads {@code %n}
 * as a line break.
 */
public final class HelpText implements IVersionProvider {
  public static final int WIDTH = 100;
  public static final String EXIT_CODES = "%nExit codes:%n";
  public static final String EXAMPLES = "%nExamples:%n";
  public static final String DOCS =
      "%nSettings and streams: tap-virtuous --about%n"
          + "Docs: README.md and docs/ of tap-virtuous, from a quick start to troubleshooting";

  @Override
  public String[] getVersion() {
    return new String[] {"tap-virtuous " + Version.current()};
  }
}
