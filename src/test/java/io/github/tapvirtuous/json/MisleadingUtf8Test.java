package io.github.tapvirtuous.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever they stand: replies are looked at in pieces, and pieces have edges. */
class MisleadingUtf8Test {
  private static final String HONEST = "{\"a\":\"b, ü, ẞ, ࠀ, 𐀀, 🎁, \u00ff\"}\n";
  private static final byte[] REPLY = HONEST.repeat(300).getBytes(UTF_8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00c0\u00af", // an overlong /
        "\u00c1\u0081",
        "\u00e0\u0080\u0081",
        "\u00f0\u0080\u0080\u0081",
        "\u00f4\u0090\u0080\u0080", // behind the last character of Unicode
        "\u00f8"
      })
  void findsThemAtEveryPlace(String latin1) {
    var misleading = latin1.getBytes(ISO_8859_1);
    for (int at = 0; at <= REPLY.length - misleading.length; at++) {
      var reply = new byte[REPLY.length];
      System.arraycopy(misleading, 0, reply, at, misleading.length);
      assertThat(MisleadingUtf8.isIn(Bytes.of(reply))).as("at byte %d", at).isTrue();
    }
  }

  @Test
  void findsNoneInHonestReplies() {
    for (int length = 0; length <= HONEST.length() * 300; length += HONEST.length()) {
      var reply = HONEST.repeat(length / HONEST.length()).getBytes(UTF_8);
      assertThat(MisleadingUtf8.isIn(Bytes.of(reply))).as("of %d letters", length).isFalse();
    }
  }
}
