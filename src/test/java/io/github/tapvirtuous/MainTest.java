package io.github.tapvirtuous;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MainTest {
  @Test
  void runs() {
    assertThat(Main.class).isFinal();
  }
}
