package io.github.tapvirtuous.testing;

import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built program as an orchestrator starts it, with its files in a folder: config, catalog,
 * state.
 */
public final class BuiltTap {
  private final Path folder;
  private final Map<String, Object> settings = new TreeMap<>();
  private List<String> catalog = List.of();

  public BuiltTap(Path folder, URI baseUri) {
    this.folder = folder;
    set("api_key", "demo-key").set("base_url", baseUri.toString());
  }

  public BuiltTap set(String setting, Object value) {
    settings.put(setting, value);
    return this;
  }

  /** Asks the tap for its catalog, and hands it to all runs from now on. */
  public JsonNode discover() throws IOException, InterruptedException {
    var ran = launch(List.of("--discover")).run().well();
    catalog = List.of("--catalog", file("catalog.json", ran.out()));
    return ran.document();
  }

  /** A run that starts from this state, or from none. */
  public Launch sync(Optional<JsonNode> state) throws IOException {
    var arguments = new ArrayList<>(catalog);
    if (state.isPresent()) {
      arguments.addAll(List.of("--state", file("state.json", state.get().toString())));
    }
    return launch(arguments);
  }

  /** Another command than a sync, with the same config: {@code command("webhook", "inbox")}. */
  public Launch command(String... words) throws IOException {
    var command = new ArrayList<>(List.of(words));
    command.addAll(List.of("--config", configFile()));
    return started(command);
  }

  private Launch launch(List<String> more) throws IOException {
    var arguments = new ArrayList<>(List.of("--config", configFile()));
    arguments.addAll(more);
    return started(arguments);
  }

  /** With the settings so far, for others who start it. */
  public String configFile() throws IOException {
    return file("config.json", JsonMapper.shared().writeValueAsString(settings));
  }

  private static Launch started(List<String> arguments) {
    return TapProcess.of(arguments.toArray(String[]::new)).with("NO_PROXY", "127.0.0.1");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
