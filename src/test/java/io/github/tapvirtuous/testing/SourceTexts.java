package io.github.tapvirtuous.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts of a program's source, cut where a run fills something in. */
public final class SourceTexts {
  private static final Pattern TOKEN =
      Pattern.compile(
          "//.*|(?s:/\\*.*?\\*/|\"\"\".*?\"\"\")|'(?:\\\\.|[^'\\\\])+'|\"((?:\\\\.|[^\"\\\\])*)\"");
  private static final Pattern JOIN = Pattern.compile("\\s*\\+\\s*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{}|%[sd]");

  private final List<String> texts;

  private SourceTexts(List<String> texts) {
    this.texts = List.copyOf(texts);
  }

  /** Of these sources in Java, and of each line of a script. */
  public static SourceTexts of(Collection<String> sources, String script) {
    var literals = sources.stream().flatMap(source -> literals(source).stream());
    var pieces = literals.flatMap(PLACEHOLDER::splitAsStream);
    return new SourceTexts(Stream.concat(pieces, script.lines()).toList());
  }

  /** Neighbours that a plus joins are one. */
  private static List<String> literals(String source) {
    var found = new ArrayList<String>();
    var end = 0;
    for (var token : TOKEN.matcher(source).results().toList()) {
      if (token.group(1) != null) {
        var text = token.group(1).replace("\\\"", "\"");
        var joins = JOIN.matcher(source.substring(end, token.start())).matches();
        found.add(joins ? found.remove(found.size() - 1) + text : text);
        end = token.end();
      }
    }
    return found;
  }

  /** Whether a text holds it, or one ends and another begins with it but for a word between. */
  public boolean hold(String words) {
    return texts.stream().anyMatch(text -> text.contains(words)) || fillIn(words.split(" "));
  }

  private boolean fillIn(String... words) {
    return IntStream.range(1, words.length - 1)
        .anyMatch(at -> ends(words, at) && (begins(words, at) || begins(words, at + 1)));
  }

  private boolean ends(String[] words, int at) {
    var left = join(words, 0, at);
    return texts.stream().anyMatch(text -> text.strip().endsWith(left) && isWhole(text, left));
  }

  private static boolean isWhole(String text, String end) {
    var before = text.strip().length() - end.length() - 1;
    return before < 0 || text.strip().charAt(before) == ' ';
  }

  private boolean begins(String[] words, int at) {
    var right = join(words, at, words.length);
    return texts.stream().anyMatch(text -> (text.strip() + " ").startsWith(right));
  }

  private static String join(String[] words, int from, int to) {
    return String.join(" ", Arrays.asList(words).subList(from, to));
  }
}
