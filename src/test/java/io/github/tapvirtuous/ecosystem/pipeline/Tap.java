package io.github.tapvirtuous.ecosystem.pipeline;

import io.github.tapvirtuous.testing.Installation;
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

/** The built tap with its files in a folder: config, catalog, state. */
public final class Tap {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;
  private final Map<String, Object> settings = new TreeMap<>();

  /**
   * Asks for small pages, one after the other, and does not wait long for a server that is gone.
   */
  public Tap(Path folder, URI baseUri) {
    this.folder = folder;
    set("api_key", "demo-key").set("base_url", baseUri.toString());
    set("page_size", 25).set("max_concurrent_requests", 1);
    set("retry_limit", 2).set("retry_delay", 0);
  }

  public Tap set(String setting, Object value) {
    settings.put(setting, value);
    return this;
  }

  /** Asks the tap for its catalog, and hands it to all runs from now on. */
  public JsonNode discover() throws IOException, InterruptedException {
    var command = command();
    command.add("--discover");
    var ended = Pipeline.of(folder, builder(command)).ended();
    if (ended.tapCode() != 0) {
      throw new IllegalStateException(ended.tapLog());
    }
    Files.writeString(catalog(), ended.output());
    return JSON.readTree(ended.output());
  }

  /** A run that starts from this state, or from none. */
  public ProcessBuilder sync(Optional<JsonNode> state) throws IOException {
    var command = command();
    if (Files.exists(catalog())) {
      command.addAll(List.of("--catalog", catalog().toString()));
    }
    if (state.isPresent()) {
      command.addAll(List.of("--state", write("state.json", state.get()).toString()));
    }
    return builder(command);
  }

  private Path catalog() {
    return folder.resolve("catalog.json");
  }

  private List<String> command() throws IOException {
    var launcher = Installation.built().launcher().toAbsolutePath().toString();
    var config = write("config.json", JSON.valueToTree(settings)).toString();
    return new ArrayList<>(List.of(launcher, "--config", config));
  }

  private ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(command);
    builder.environment().put("NO_PROXY", "127.0.0.1");
    return builder;
  }

  private Path write(String file, JsonNode json) throws IOException {
    return Files.writeString(folder.resolve(file), json.toString());
  }
}
