package io.github.tapvirtuous.inbox.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Which file a path leads to: one that was moved or deleted lives on for whoever has it open.
 *
 * @param key its own as long as it exists; none on systems that have no such keys
 */
record FileMark(boolean exists, Optional<Object> key) {
  static FileMark of(Path path) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new FileMark(true, Optional.ofNullable(attributes.fileKey()));
    } catch (IOException missing) {
      return new FileMark(false, Optional.empty());
    }
  }
}
