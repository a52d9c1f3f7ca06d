package io.github.tapvirtuous.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a file that a user named, or why there are none. */
final class UserFile {
  private UserFile() {}

  /** Why a file gives no bytes; who reads it says so in words that suit what it is for. */
  enum Flaw {
    MISSING,
    FOLDER,
    FORBIDDEN,
    BROKEN
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
      throw new UnreadableException(Files.isDirectory(path) ? Flaw.FOLDER : flaw(e), e);
    }
  }

  private static Flaw flaw(IOException thrown) {
    if (thrown instanceof NoSuchFileException) {
      return Flaw.MISSING;
    }
    return thrown instanceof AccessDeniedException ? Flaw.FORBIDDEN : Flaw.BROKEN;
  }
}
