package io.github.tapvirtuous.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import io.github.tapvirtuous.config.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SecretMaskTest {
  private final SecretMask mask = new SecretMask();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k\"y/+ \u00e9~?>",
        "k%22y%2F%2B+%C3%A9%7E%3F%3E",
        "k%22y%2F%2B%20%C3%A9%7E%3F%3E",
        "ayJ5Lysgw6l+Pz4=",
        "ayJ5Lysgw6l+Pz4",
        "ayJ5Lysgw6l-Pz4=",
        "ayJ5Lysgw6l-Pz4",
        "k\\\"y/+ \u00e9~?>",
      })
  void hides_a_secret_however_it_is_written(String form) {
    mask.add(new Secret("k\"y/+ \u00e9~?>"));

    assertThat(mask.apply("a " + form + " b")).isEqualTo("a *** b");
  }

  @Test
  void hides_every_occurrence_of_every_secret() {
    mask.add(new Secret("first-key"));
    mask.add(new Secret("second-key"));

    assertThat(mask.apply("first-key, second-key, first-key")).isEqualTo("***, ***, ***");
  }

  @Test
  void a_secret_that_begins_like_a_longer_one_leaves_nothing_of_it() {
    mask.add(new Secret("abcd"));
    mask.add(new Secret("abcdefgh"));

    assertThat(mask.apply("abcdefgh abcd")).isEqualTo("*** ***");
  }

  @Test
  void four_characters_are_hidden_and_three_are_not() {
    mask.add(new Secret("abc"));
    mask.add(new Secret("wxyz"));
    mask.add(new Secret(""));

    assertThat(mask.apply("abc wxyz")).isEqualTo("abc ***");
  }

  @Test
  void messages_and_stack_traces_pass_the_mask() {
    var log = new FreshLog(Map.of());
    SecretMask.of(log.context()).add(new Secret("first\nkey"));

    log.ours().error("sent first\nkey", new IllegalStateException("got first\nkey"));

    assertThat(log.lines()).startsWith("ERROR sent ***");
    assertThat(log.text()).contains("IllegalStateException: got ***").doesNotContain("first");
  }

  @Test
  void a_level_that_is_called_like_a_secret_is_still_said() {
    var log = new FreshLog(Map.of());
    SecretMask.of(log.context()).add(new Secret("INFO"));

    log.ours().info("For your INFO");

    assertThat(log.lines()).containsExactly("INFO For your ***");
  }

  @Test
  void a_secret_hidden_by_name_is_masked_in_the_log_of_the_program() {
    SecretMask.hide(new Secret("the-program-s-own-key"));

    var mask = SecretMask.of(LoggerFactory.getILoggerFactory());

    assertThat(mask.apply("the-program-s-own-key")).isEqualTo("***");
  }

  @Test
  void a_log_that_cannot_hide_anything_is_a_bug() {
    var foreign = new LoggerContext();

    assertThatThrownBy(() -> SecretMask.of(foreign)).isInstanceOf(IllegalStateException.class);
  }
}
