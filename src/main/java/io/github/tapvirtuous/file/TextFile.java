package io.github.tapvirtuous.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A small UTF-8 file, read whole. */
public final class TextFile {
  private TextFile() {}

  /**
   * The text without a byte order mark.
   *
   * @throws IOException with a message that continues a sentence: "does not exist", ...
   */
  public static String read(String path) throws IOException {
    try {
      return decoded(bytes(Path.of(path)));
    } catch (InvalidPathException | NoSuchFileException e) {
      throw new IOException("does not exist", e);
    } catch (AccessDeniedException e) {
      throw new IOException("may not be read by this user", e);
    } catch (CharacterCodingException e) {
      throw new IOException("is not UTF-8 text", e);
    }
  }

  private static byte[] bytes(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("is a directory");
    }
    try {
      return Files.readAllBytes(path);
    } catch (NoSuchFileException | AccessDeniedException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("cannot be read", e);
    }
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
