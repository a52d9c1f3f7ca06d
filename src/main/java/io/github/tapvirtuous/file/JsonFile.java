package io.github.tapvirtuous.file;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.file.UserFile.UnreadableException;
import java.nio.file.Path;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * A JSON file named on the command line. What is in it is never quoted: the wrong file may have
 * been named.
 *
 * @param what what it is to the user, such as {@code "catalog"}
 * @param remedy how to get a good one
 */
public record JsonFile(String what, Path path, String remedy) {
  private static final int DEEPEST = 10_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /**
   * Its content; a missing node when it is empty.
   *
   * @throws ConfigException when it cannot be read, or is not one JSON value
   */
  public JsonNode read() {
    return read(first -> "Correct it there. " + remedy);
  }

  /**
   * The same, for a file whose first value says what to do when others follow.
   *
   * @param whereMoreFollows what to do, as whole sentences
   */
  public JsonNode read(Function<JsonNode, String> whereMoreFollows) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes())) {
      var value = TreeReader.next(parser);
      if (parser.nextToken() != null) {
        var second =
            new StreamReadException(parser, "a second value", parser.currentTokenLocation());
        throw notJson(second, whereMoreFollows.apply(value));
      }
      return value;
    } catch (StreamConstraintsException tooDeep) {
      throw new ConfigException(
          name() + " is nested more than " + DEEPEST + " levels deep.", remedy, tooDeep);
    } catch (JacksonException broken) {
      throw notJson(broken, "Correct it there. " + remedy);
    }
  }

  /** {@code The state before.json}, for the beginning of a message. */
  public String name() {
    return "The " + what + " " + KeyText.shown(path.toString());
  }

  private byte[] bytes() {
    try {
      return UserFile.read(path);
    } catch (UnreadableException e) {
      throw switch (e.flaw()) {
        case MISSING -> unreadable("does not exist.", "Check the path. " + remedy, e);
        case FOLDER -> unreadable("is a folder.", "Name a file.", e);
        case FORBIDDEN -> unreadable("may not be read.", "Give this user the right to read it.", e);
        case BROKEN ->
            unreadable(
                "cannot be read (" + e.getMessage() + ").", "Check the file and its disk.", e);
      };
    }
  }

  private ConfigException unreadable(String why, String fix, UnreadableException cause) {
    return new ConfigException(name() + " " + why, fix, cause);
  }

  private ConfigException notJson(JacksonException cause, String fix) {
    var at = cause.getLocation();
    return new ConfigException(
        String.format(
            "%s is not valid JSON (line %d, column %d).", name(), at.getLineNr(), at.getColumnNr()),
        fix,
        cause);
  }
}
