package io.github.tapvirtuous.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a file that a user named, or why there are none. */
final class UserFile {
  private UserFile() {}

  /** Why a file gives no bytes; who reads it says so in words that suit what it is for. */
  enum Flaw {
    MISSING("does not exist"),
    FOLDER("is a directory"),
    FORBIDDEN("may not be read by this user"),
    BROKEN("cannot be read");

    private final String words;

    Flaw(String words) {
      this.words = words;
    }

    /** A clause that goes on after the name of a file. */
    String words() {
      return words;
    }
  }

  /** A file gives no bytes. The message is the system's own. */
  static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    private UnreadableException(Flaw flaw, IOException cause) {
      super(cause.getMessage(), cause);
      this.flaw = flaw;
    }

    Flaw flaw() {
      return flaw;
    }
  }

  static byte[] read(Path path) throws UnreadableException {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** A folder can be opened on some systems, too, but not read. */
  static InputStream open(Path path) throws UnreadableException {
    try {
      if (Files.isDirectory(path)) {
        throw new FileSystemException(path.toString());
      }
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static UnreadableException unreadable(Path path, IOException e) {
    return new UnreadableException(Files.isDirectory(path) ? Flaw.FOLDER : flaw(e), e);
  }

  private static Flaw flaw(IOException thrown) {
    if (thrown instanceof NoSuchFileException) {
      return Flaw.MISSING;
    }
    return thrown instanceof AccessDeniedException ? Flaw.FORBIDDEN : Flaw.BROKEN;
  }
}
