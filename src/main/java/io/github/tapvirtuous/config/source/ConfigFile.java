package io.github.tapvirtuous.config.source;

import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.error.Problems;
import io.github.tapvirtuous.file.TextFile;
import io.github.tapvirtuous.json.JsonKind;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ObjectNode;

/** One config file. What is in it is never quoted in a message: it may be a key. */
public final class ConfigFile {
  private final String name;
  private final Problems problems;

  ConfigFile(String path, Problems problems) {
    this.name = "Config file \"" + KeyText.shown(path) + "\"";
    this.problems = problems;
  }

  /** Its settings; none, and a problem noted, when it cannot be used. */
  public static ObjectNode read(String path, Problems problems) {
    if (path.stripLeading().startsWith("{")) {
      problems.add("--config is followed by JSON text.", "Put it into a file and give its path.");
      return SettingsJson.MAPPER.createObjectNode();
    }
    return new ConfigFile(path, problems).read(path);
  }

  private ObjectNode read(String path) {
    try {
      return parsed(TextFile.read(path));
    } catch (IOException e) {
      return unreadable(path, e);
    }
  }

  private ObjectNode unreadable(String path, IOException cause) {
    return KeyText.looksLikeKey(path)
        ? unusable(
            "cannot be read: what follows --config looks like a key.",
            "Put the key into a file, as {\"api_key\": \"...\"}, and give the file's path.")
        : unusable(
            cause.getMessage() + ".", "Give the path of a readable UTF-8 file after --config.");
  }

  private ObjectNode parsed(String text) {
    if (text.isBlank()) {
      return unusable("is empty.", "Write at least {\"api_key\": \"...\"} into it.");
    }
    try (var parser = SettingsJson.MAPPER.createParser(text)) {
      var reader =
          SettingsJson.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
      return single(reader.readTree(parser), parser);
    } catch (StreamConstraintsException e) {
      return unusable(
          "is nested more than " + SettingsJson.DEEPEST + " levels deep.",
          "Take out what is no setting.");
    } catch (MismatchedInputException e) {
      return unusable("names a key twice" + at(e.getLocation()), "Keep one of the two.");
    } catch (JacksonException e) {
      return unusable("is not valid JSON" + at(e.getLocation()), "Correct it there.");
    }
  }

  private ObjectNode single(JsonNode tree, JsonParser parser) {
    if (!(tree instanceof ObjectNode settings)) {
      return unusable(
          "holds " + JsonKind.of(tree) + " instead of a JSON object.",
          "Put the settings into curly braces.");
    }
    if (parser.nextToken() != null) {
      var where = at(parser.currentTokenLocation());
      return unusable("goes on after its JSON object" + where, "Leave one object in it.");
    }
    return settings;
  }

  private ObjectNode unusable(String what, String fix) {
    problems.add(name + " " + what, fix);
    return SettingsJson.MAPPER.createObjectNode();
  }

  private static String at(TokenStreamLocation location) {
    return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ").";
  }
}
