package io.github.tapvirtuous.row;

import static io.github.tapvirtuous.table.FieldType.ARRAY;
import static io.github.tapvirtuous.table.FieldType.NUMBER;
import static io.github.tapvirtuous.table.FieldType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.UnusableReplyException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

final class BrokenRepliesTest {
  private static final String ROWS =
      "[{\"id\":1,\"a\":[1.5,{\"b\":null}],\"s\":\"\u20ac\\ud83d\\ude00\\n\"},"
          + "{\"id\":\"2\",\"n\":-1.25e-3,\"x\":[true,false],\"s\":\"\uD83D\uDE00\"},7]";

  private final Rendering rendering =
      Rendering.ofRows().with("a", ARRAY).with("n", NUMBER).with("s", STRING);

  @ParameterizedTest
  @ValueSource(strings = {ROWS, "{\"total\":3,\"list\":" + ROWS + ",\"more\":{\"c\":[0]}}"})
  void that_are_cut_at_any_byte_are_unusable(String reply) {
    var bytes = reply.getBytes(StandardCharsets.UTF_8);
    assertThat(rendering.render(bytes).keys()).containsExactly(1, 2);

    for (int length = 0; length < bytes.length; length++) {
      var cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> rendering.render(cut))
          .as("cut at %d", length)
          .isInstanceOf(UnusableReplyException.class);
    }
  }

  @Test
  void that_lack_only_white_space_are_whole() {
    var whole = ROWS + " \r\n\t ";

    for (int length = ROWS.length(); length <= whole.length(); length++) {
      assertThat(rendering.render(whole.substring(0, length)).rows()).isEqualTo(2);
    }
  }

  @Test
  void with_any_bytes_changed_are_unusable_or_give_rows_that_are_json() {
    var random = new Random(20240601);
    var bytes = ("{\"list\":" + ROWS + ",\"total\":3}").getBytes(StandardCharsets.UTF_8);
    int unusable = 0;
    for (int round = 0; round < 20_000; round++) {
      if (!survives(changed(bytes, random))) {
        unusable++;
      }
    }

    assertThat(unusable).isBetween(1_000, 19_000);
  }

  private boolean survives(byte[] reply) {
    try {
      var page = rendering.render(reply);
      Rendering.rows(page).forEach(row -> assertThat(columns(row)).isEqualTo(4));
      return true;
    } catch (UnusableReplyException unusable) {
      return false;
    }
  }

  private static int columns(String row) {
    try {
      return JsonMapper.shared().readTree(row).size();
    } catch (JacksonException broken) {
      throw new AssertionError(row, broken);
    }
  }

  private static byte[] changed(byte[] bytes, Random random) {
    var changed = bytes.clone();
    for (int change = random.nextInt(3); change >= 0; change--) {
      var one = random.nextInt(changed.length);
      changed[one] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : changed[random.nextInt(changed.length)];
    }
    return changed;
  }
}
