package io.github.tapvirtuous.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ForeignTextTest {
  private static final String LONG = "x".repeat(10_000);

  @Test
  void what_was_said_fits_on_one_line() {
    assertThat(ForeignText.line(" out\r\nof\u2028order\0 ")).isEqualTo("out of order");
    assertThat(ForeignText.line(LONG)).hasSize(200);
  }

  @Test
  void an_exception_without_a_message_is_told_by_its_type() {
    assertThat(ForeignText.line(new IllegalStateException("so\nit is"))).isEqualTo("so it is");
    assertThat(ForeignText.line(new IllegalStateException())).isEqualTo("IllegalStateException");
  }

  @Test
  void a_name_shows_where_it_holds_what_no_name_should() {
    assertThat(ForeignText.name("a\nb\"c\uD800d\u2028e f")).isEqualTo("a?b?c?d?e f");
    assertThat(ForeignText.name(LONG)).hasSize(100);
  }

  @Test
  void of_many_names_the_first_are_told() {
    var names = IntStream.rangeClosed(1, 23).mapToObj(number -> "n" + number).toList();

    assertThat(ForeignText.names(List.of("a", "b\n"))).isEqualTo("a, b?");
    assertThat(ForeignText.names(names)).startsWith("n1, n2, ").endsWith(", n20 and 3 more");
    assertThat(ForeignText.names(names, 2, name -> "<" + name + ">"))
        .isEqualTo("<n1>, <n2> and 21 more");
  }

  @Test
  void a_value_is_cut_after_sixty_characters() {
    assertThat(ForeignText.value("y".repeat(60))).hasSize(60);
    assertThat(ForeignText.value(LONG)).isEqualTo("x".repeat(60) + "...");
  }

  @Test
  void no_cut_leaves_half_a_character() {
    assertThat(ForeignText.name("x".repeat(99) + "\uD83D\uDE00")).isEqualTo("x".repeat(99));
  }
}
