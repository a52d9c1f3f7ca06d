package io.github.tapvirtuous.webhook;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.ForeignText;
import io.github.tapvirtuous.error.KeyText;
import io.github.tapvirtuous.file.NewFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place of a meta file, made sure of before there is a webhook that nobody remembers. */
public final class MetaDraft implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetaDraft.class);

  private final String name;
  private final NewFile file;

  private MetaDraft(String name, NewFile file) {
    this.name = name;
    this.file = file;
  }

  /**
   * Makes sure that there can be such a file, and that there is none.
   *
   * @throws ConfigException when it cannot be written
   */
  public static MetaDraft of(Path path) {
    var name = '"' + KeyText.shown(path.toString()) + '"';
    try {
      return new MetaDraft(name, NewFile.at(path));
    } catch (IOException unusable) {
      throw new ConfigException(
          "--meta is " + name + ", which " + unusable.getMessage() + ".",
          "Name a new file in a folder of yours. A meta file may be all that knows of its webhook:"
              + " delete that webhook before you delete the file.",
          unusable);
    }
  }

  /** Writes it; why that failed, if it did. */
  public Optional<String> keep(Meta created) {
    try {
      file.write(created.whole() + "\n");
      return Optional.empty();
    } catch (IOException full) {
      return Optional.of(
          name
              + " could not be written ("
              + ForeignText.line(full)
              + "). The webhook is made: keep what is printed, its secret too.");
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException stays) {
      LOG.warn("A file begun beside {} could not be taken away.", name);
    }
  }
}
