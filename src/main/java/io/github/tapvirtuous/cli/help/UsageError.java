package io.github.tapvirtuous.cli.help;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.KeyText;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, but not what else stands there: it may be a key. */
public final class UsageError {
  private static final String FIX = "Run tap-virtuous --help to see what there is.";

  private UsageError() {}

  public static ConfigException of(ParameterException problem) {
    return new ConfigException(what(problem), FIX, problem);
  }

  private static String what(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unknown) {
      var argument = unknown.getUnmatched().get(0).split("=", 2)[0];
      return argument.startsWith("-")
          ? "There is no option \"" + KeyText.shown(argument) + "\"."
          : "An argument belongs to no option and names no command.";
    }
    return problem instanceof MissingParameterException
            || !(problem.getArgSpec() instanceof OptionSpec option)
        ? problem.getMessage() + "."
        : "The value given to " + option.longestName() + " is none of " + option.paramLabel() + ".";
  }
}
