package io.github.tapvirtuous.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that is there whole or not at all. That it can be written is known before there is
 * anything to write. Closing it takes away what was not finished.
 */
public final class NewFile implements AutoCloseable {
  /** For everybody to read, but for what the user's mask takes away. */
  private static final Set<PosixFilePermission> ALL = PosixFilePermissions.fromString("rw-rw-rw-");

  private final Path path;
  private final Path draft;

  private NewFile(Path path, Path draft) {
    this.path = path;
    this.draft = draft;
  }

  /**
   * Begins one that its owner alone may read.
   *
   * @throws IOException with a message that continues a sentence: "exists already", ...
   */
  public static NewFile at(Path path) throws IOException {
    try {
      if (Files.exists(path)) {
        throw new FileAlreadyExistsException(path.toString());
      }
      return draft(path);
    } catch (IOException e) {
      throw new IOException(words(e), e);
    }
  }

  /**
   * Begins one that takes the place of the one that may be there, and that may be read by whom the
   * user lets read new files.
   *
   * @throws IOException as {@link #at} does
   */
  public static NewFile inPlaceOf(Path path) throws IOException {
    try {
      return isPosix() ? draft(path, PosixFilePermissions.asFileAttribute(ALL)) : draft(path);
    } catch (IOException e) {
      throw new IOException(words(e), e);
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static NewFile draft(Path path, FileAttribute<?>... attributes) throws IOException {
    var whole = path.toAbsolutePath();
    var folder = whole.getParent();
    if (folder == null) {
      throw new FileAlreadyExistsException(whole.toString());
    }
    return new NewFile(whole, Files.createTempFile(folder, ".tap-virtuous", ".new", attributes));
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
