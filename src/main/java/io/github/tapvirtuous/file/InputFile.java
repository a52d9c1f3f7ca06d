package io.github.tapvirtuous.file;

import io.github.tapvirtuous.file.UserFile.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file of any size, read from its beginning to its end. */
public final class InputFile {
  private InputFile() {}

  /**
   * Opens it.
   *
   * @throws IOException with a message that continues a sentence: "does not exist", ...
   */
  public static InputStream open(String path) throws IOException {
    try {
      return UserFile.open(Path.of(path));
    } catch (InvalidPathException e) {
      throw new IOException(UserFile.Flaw.MISSING.words(), e);
    } catch (UnreadableException e) {
      throw new IOException(e.flaw().words(), e);
    }
  }
}
