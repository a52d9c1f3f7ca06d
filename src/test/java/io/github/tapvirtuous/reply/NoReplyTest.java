package io.github.tapvirtuous.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoReplyTest {
  private static final String DONOR = "{\"name\":\"Jane Doe\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {"Connection reset", "Broken pipe", "HTTP/1.1 header parser received no bytes"})
  void plain_words_of_the_network_are_told(String words) {
    assertThat(NoReply.of(new IOException(words))).hasMessage("the connection broke: " + words);
  }

  @Test
  void the_words_may_be_those_of_a_cause() {
    var parsing = new IOException("status line, received [" + DONOR, eof());

    assertThat(NoReply.of(parsing)).hasMessage("the connection broke: EOF reached while reading");
  }

  private static IOException eof() {
    return new IOException("EOF reached while reading");
  }

  @Test
  void a_violation_of_the_protocol_is_told_without_the_bytes_that_came() {
    var invalid = new ProtocolException("Invalid status line: \"" + DONOR + "\"");

    assertThat(NoReply.of(new IOException(invalid.getMessage(), invalid)))
        .hasMessage("the connection broke: what came is no HTTP reply");
  }

  @Test
  void of_any_other_failure_the_type_alone_is_told() {
    assertThat(NoReply.of(new IOException(DONOR))).hasMessage("the connection broke: IOException");
    assertThat(NoReply.of(new SSLException(DONOR))).hasMessage("TLS failed: SSLException");
    assertThat(NoReply.of(new ConnectException())).hasMessage("no connection: ConnectException");
  }

  @Test
  void the_alert_that_ends_a_handshake_is_told() {
    assertThat(NoReply.of(new SSLException("Received fatal alert: handshake_failure")))
        .hasMessage("TLS failed: Received fatal alert: handshake_failure");
  }
}
