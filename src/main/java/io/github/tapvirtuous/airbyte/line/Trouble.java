package io.github.tapvirtuous.airbyte.line;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.error.TapException;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.report.StreamReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * A failure in Airbyte's words, which say who must act.
 *
 * @param type {@code config_error}, {@code transient_error} or {@code system_error}
 * @param message for the user
 * @param internal for whoever looks after the source
 */
public record Trouble(String type, String message, String internal, Optional<String> stackTrace) {
  private static final String CONFIG = "config_error";
  private static final String TRANSIENT = "transient_error";
  private static final String SYSTEM = "system_error";
  private static final String BUG = "This is a bug in tap-virtuous. Please report these lines.";

  public static Trouble of(Exception failure) {
    if (failure instanceof TapException known) {
      var message = known.getMessage();
      return new Trouble(type(known), message, message, Optional.empty());
    }
    return new Trouble(SYSTEM, BUG, failure.toString(), Optional.of(stackTrace(failure)));
  }

  /** Of a stream that did not bring every row. */
  public static Trouble of(StreamReport stream) {
    var line = stream.failureLine();
    return new Trouble(type(stream.outcome()), line, line, Optional.empty());
  }

  /** Of a run that ended well before its end, for which Airbyte has no word. */
  public static Trouble usedUp() {
    var message =
        "\"max_requests\" is used up before the end. The next run goes on from here; to read more in"
            + " one, raise \"max_requests\" or remove it.";
    return new Trouble(TRANSIENT, message, message, Optional.empty());
  }

  private static String type(TapException failure) {
    var isForbidden = failure instanceof SourceException source && source.kind() == Kind.FORBIDDEN;
    return failure instanceof ConfigException || isForbidden ? CONFIG : TRANSIENT;
  }

  private static String type(Outcome outcome) {
    return switch (outcome) {
      case FORBIDDEN, UNFIT -> CONFIG;
      case BROKEN -> SYSTEM;
      default -> TRANSIENT;
    };
  }

  private static String stackTrace(Exception failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
