package io.github.tapvirtuous.log;

import ch.qos.logback.classic.LoggerContext;
import io.github.tapvirtuous.config.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import tools.jackson.core.io.JsonStringEncoder;

/** Puts {@code ***} in the place of every secret that it was told of, however it is written. */
public final class SecretMask {
  private static final int SHORTEST = 4;
  private static final String STARS = "***";

  private volatile List<String> longestFirst = List.of();

  /** From now on this secret is not seen in the log. One below four characters cannot be hidden. */
  public static void hide(Secret secret) {
    of(LoggerFactory.getILoggerFactory()).add(secret);
  }

  /** A text that leaves by another way than the log, with every secret hidden. */
  public static String masked(String text) {
    return of(LoggerFactory.getILoggerFactory()).apply(text);
  }

  static SecretMask of(ILoggerFactory loggers) {
    if (loggers instanceof LoggerContext context
        && context.getObject(SecretMask.class.getName()) instanceof SecretMask mask) {
      return mask;
    }
    throw new IllegalStateException("The log was not set up by " + LogConfigurator.class.getName());
  }

  void keepIn(LoggerContext context) {
    context.putObject(SecretMask.class.getName(), this);
  }

  synchronized void add(Secret secret) {
    if (secret.value().length() >= SHORTEST) {
      longestFirst = joined(longestFirst.stream(), forms(secret.value()));
    }
  }

  String apply(String text) {
    var masked = text;
    for (var form : longestFirst) {
      masked = masked.replace(form, STARS);
    }
    return masked;
  }

  /** The longest first: a form that begins like a longer one must not leave the rest of it. */
  private static List<String> joined(Stream<String> known, Stream<String> added) {
    return Stream.concat(known, added)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static Stream<String> forms(String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    var url = URLEncoder.encode(value, StandardCharsets.UTF_8);
    var json = JsonStringEncoder.getInstance().quoteAsCharArray(value);
    return Stream.of(
        value,
        url,
        url.replace("+", "%20"),
        Base64.getEncoder().encodeToString(bytes),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        Base64.getUrlEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        new String(json));
  }
}
