package io.github.tapvirtuous.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VersionTest {
  @Test
  void is_the_one_that_was_built() {
    assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+(-\\w+)?");
  }
}
