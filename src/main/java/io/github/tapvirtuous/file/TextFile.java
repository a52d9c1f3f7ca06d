package io.github.tapvirtuous.file;

import io.github.tapvirtuous.file.UserFile.Flaw;
import io.github.tapvirtuous.file.UserFile.UnreadableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
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
      return decoded(UserFile.read(Path.of(path)));
    } catch (InvalidPathException e) {
      throw new IOException(Flaw.MISSING.words(), e);
    } catch (UnreadableException e) {
      throw new IOException(e.flaw().words(), e);
    } catch (CharacterCodingException e) {
      throw new IOException("is not UTF-8 text", e);
    }
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
