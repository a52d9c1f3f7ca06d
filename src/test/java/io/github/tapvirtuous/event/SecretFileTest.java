package io.github.tapvirtuous.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "s3cret\n", "s3cret\r\n"})
  void the_line_end_behind_a_secret_is_no_part_of_it(String content) throws IOException {
    assertThat(SecretFile.read(file(content)).value()).isEqualTo("s3cret");
  }

  @Test
  void anything_else_is() throws IOException {
    assertThat(SecretFile.read(file(" s3\ncret \n\n")).value()).isEqualTo(" s3\ncret \n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void an_empty_file_holds_none(String content) throws IOException {
    var path = file(content);

    assertThatThrownBy(() -> SecretFile.read(path))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is empty");
  }

  @Test
  void a_missing_file_is_told() {
    assertThatThrownBy(() -> SecretFile.read(folder.resolve("none").toString()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("does not exist");
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("secret.txt"), content).toString();
  }
}
