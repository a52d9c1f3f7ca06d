package io.github.tapvirtuous.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all, and that its owner alone may read. That it can be
 * written is known before there is anything to write. Closing it takes away what was not finished.
 */
public final class NewFile implements AutoCloseable {
  private final Path path;
  private final Path draft;

  private NewFile(Path path, Path draft) {
    this.path = path;
    this.draft = draft;
  }

  /**
   * Begins one.
   *
   * @throws IOException with a message that continues a sentence: "exists already", ...
   */
  public static NewFile at(Path path) throws IOException {
    var whole = path.toAbsolutePath();
    var folder = whole.getParent();
    try {
      if (Files.exists(whole) || folder == null) {
        throw new FileAlreadyExistsException(whole.toString());
      }
      return new NewFile(whole, Files.createTempFile(folder, ".tap-virtuous", ".new"));
    } catch (IOException e) {
      throw new IOException(words(e), e);
    }
  }

  private static String words(IOException thrown) {
    if (thrown instanceof FileAlreadyExistsException) {
      return "exists already";
    } else if (thrown instanceof NoSuchFileException || thrown instanceof NotDirectoryException) {
      return "lies in no folder that exists";
    }
    return thrown instanceof AccessDeniedException
        ? "lies in a folder in which this user may not write"
        : "cannot be written";
  }

  /** All of it, and at once. */
  public void write(String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    Files.write(draft, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(draft);
  }
}
