package io.github.tapvirtuous.standin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A config that leads the tap to a running sandbox, and is gone with it. */
record SandboxConfig(Path file) {
  static String text(StandInServer server, SandboxOptions options) {
    return "{\"api_key\": \"%s\", \"base_url\": \"%s\"}".formatted(options.key(), server.baseUri());
  }

  static String commands(String file) {
    return """
    %1$s leads to it while it runs. In another terminal:
      bin/tap-virtuous check --config %1$s
      bin/tap-virtuous --config %1$s | head"""
        .formatted(file);
  }

  void write(StandInServer server, SandboxOptions options) throws IOException {
    var text = text(server, options) + "\n";
    Files.writeString(file, text);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(text), "config"));
  }

  /** Unless another sandbox has written its own meanwhile. */
  private void remove(String text) {
    try {
      if (Files.exists(file) && Files.readString(file).equals(text)) {
        Files.delete(file);
      }
    } catch (IOException locked) {
      throw new UncheckedIOException(locked);
    }
  }
}
