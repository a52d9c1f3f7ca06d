package io.github.tapvirtuous.virtuous.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TooLittleMemoryTest {
  @ParameterizedTest
  @CsvSource({"38, 128", "64, 128", "65, 192", "248, 512", "4000, 8000"})
  void advises_about_twice_what_there_is(long mebibytes, int advised) {
    assertThat(TooLittleMemory.advice(mebibytes << 20))
        .startsWith("Give it more, such as JAVA_OPTS=-Xmx" + advised + "m, or lower \"page_size\"");
  }

  @Test
  void is_known_wherever_it_stands_in_a_chain() {
    var deep = new CompletionException(new IOException("cut", new OutOfMemoryError("heap")));

    assertThat(TooLittleMemory.isBehind(deep)).isTrue();
    assertThat(TooLittleMemory.isBehind(new IOException(new ClosedSelectorException()))).isTrue();
    assertThat(TooLittleMemory.isBehind(new IOException("cut"))).isFalse();
  }
}
