package io.github.tapvirtuous.sync.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PayloadFileTest {
  private static final String ONE = "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":1}}";
  private static final String TWO = "{\"event\":\"GiftUpdate\",\"gift\":{\"id\":2}}";
  private static final String LONG = "{\n \"event\":\"GiftUpdate\",\n \"gift\":{\"id\":1}\n}\n";

  private final List<Long> keys = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        ONE + "\n" + TWO,
        ONE + "\r\n" + TWO + "\r\n",
        "\uFEFF" + ONE + "\n\n \n" + TWO + "\n\n",
        "\uFEFF\n" + ONE + "\n" + TWO,
        "[" + ONE + "," + TWO + "]",
        "[\n" + ONE + ",\n" + TWO + "\n]\n",
        "\n\n[\n" + ONE + ",\n\n" + TWO + "\n]\n",
        "[" + ONE + "]\n[" + TWO + "]\n",
      })
  void one_a_line_and_one_document_are_told_apart(String text) throws IOException {
    assertThat(broken(text)).isEmpty();
    assertThat(keys).containsExactly(1L, 2L);
  }

  @Test
  void a_document_may_take_many_lines() throws IOException {
    assertThat(broken(LONG)).isEmpty();
    assertThat(keys).containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\n", "\uFEFF", "[]"})
  void nothing_is_no_error(String text) throws IOException {
    assertThat(broken(text)).isEmpty();
    assertThat(keys).isEmpty();
  }

  @Test
  void lines_that_are_no_payload_are_named_and_the_others_go_out() throws IOException {
    var text =
        "\nnonsense\n" + ONE + "\n{\"id\":3}\n\n{\"event\":\n" + TWO + "\n" + "[".repeat(9_000);

    assertThat(broken(text)).containsExactly(2, 4, 6, 8);
    assertThat(keys).containsExactly(1L, 2L);
  }

  @Test
  void a_list_with_something_else_in_it_is_named_by_its_first_line() throws IOException {
    assertThat(broken("\n[\n" + ONE + ",\n7,\n" + TWO + "]")).containsExactly(2);
    assertThat(keys).containsExactly(1L, 2L);
  }

  private List<Integer> broken(String text) throws IOException {
    return PayloadFile.read(
        new ByteArrayInputStream(text.getBytes(UTF_8)),
        Events.at(0),
        delivery -> delivery.events().forEach(event -> keys.add(event.key())));
  }
}
