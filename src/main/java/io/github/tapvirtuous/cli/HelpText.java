package io.github.tapvirtuous.cli;

/** What the help of all commands shares; Picocli reads {@code %n} as a line break. */
final class HelpText {
  static final int WIDTH = 100;
  static final String EXIT_CODES = "%nExit codes:%n";
  static final String EXAMPLES = "%nExamples:%n";
  static final String DOCS =
      "%nSettings and streams: tap-virtuous --about%n"
          + "Docs: the README.md of tap-virtuous, from a quick start to troubleshooting";

  private HelpText() {}
}
