package io.github.tapvirtuous.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapvirtuous.error.ConfigException;
import io.github.tapvirtuous.error.InboxException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InboxesTest {
  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://h/d?password=hunter22", "postgres://u:hunter22@h/d"})
  void a_url_of_another_kind_is_refused_without_a_word_of_it(String url) {
    assertThatThrownBy(() -> Inboxes.open(url))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("jdbc:postgresql:")
        .hasMessageNotContaining("hunter22");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://u:hunter22@localhost/d",
        "jdbc:postgresql://localhost:port/d?password=hunter22",
        "jdbc:postgresql://127.0.0.1:1/d?user=u&password=hunter22"
      })
  void a_server_that_is_not_there_is_told_of_without_a_password(String url) {
    assertThatThrownBy(() -> Inboxes.open(url))
        .isInstanceOf(InboxException.class)
        .satisfies(e -> assertThat(trace(e)).doesNotContain("hunter22"));
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void a_server_that_is_away_may_come_back() {
    assertThatThrownBy(() -> Inboxes.openExisting("jdbc:postgresql://127.0.0.1:1/d?user=u"))
        .isInstanceOfSatisfying(
            InboxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(InboxException.Kind.AWAY);
              assertThat(e.exitCode()).isEqualTo(1);
            })
        .hasMessageContaining("127.0.0.1:1/d cannot be reached");
  }
}
