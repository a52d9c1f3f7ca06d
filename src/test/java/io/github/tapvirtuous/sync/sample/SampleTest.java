package io.github.tapvirtuous.sync.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SampleTest {
  @Test
  void keeps_the_reply_when_its_memory_serves_another_one() {
    var text = "{\"list\":[{\"id\":1}],\"total\":1}";
    var body = Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    var sample = Sample.read(body);
    Arrays.fill(body.array(), (byte) ' ');

    assertThat(new String(sample.reply().copy(), StandardCharsets.UTF_8)).isEqualTo(text);
  }
}
