package io.github.tapvirtuous.virtuous.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFailureTest {
  private static final String DONOR = "{\"name\":\"Jane Doe\"}";

  private static String words(Exception thrown) {
    return NetworkFailure.of(thrown).words();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Connection reset", "Broken pipe"})
  void plain_words_of_the_network_are_told(String words) {
    assertThat(words(new IOException(words))).isEqualTo("the connection broke: " + words);
  }

  @Test
  void a_connection_that_was_closed_in_the_place_of_a_reply_is_told_as_such() {
    assertThat(words(new IOException("HTTP/1.1 header parser received no bytes", eof())))
        .isEqualTo("the server closed the connection without a reply");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "Connection refused")
  void a_refused_connection_is_told_as_such_with_and_without_the_words_of_the_jdk(String words) {
    assertThat(words(new ConnectException(words))).isEqualTo("no connection: connection refused");
  }

  @Test
  void a_connection_that_failed_otherwise_is_not_called_refused() {
    assertThat(words(new ConnectException("No route to host")))
        .isEqualTo("no connection: No route to host");
  }

  @Test
  void the_words_may_be_those_of_a_cause() {
    var parsing = new IOException("status line, received [" + DONOR, eof());

    assertThat(words(parsing)).isEqualTo("the connection broke: EOF reached while reading");
  }

  private static IOException eof() {
    return new IOException("EOF reached while reading");
  }

  @Test
  void a_violation_of_the_protocol_is_told_without_the_bytes_that_came() {
    var invalid = new ProtocolException("Invalid status line: \"" + DONOR + "\"");

    assertThat(words(new IOException(invalid.getMessage(), invalid)))
        .isEqualTo("the connection broke: what came is no HTTP reply");
  }

  @Test
  void of_any_other_failure_the_type_alone_is_told() {
    assertThat(words(new IOException(DONOR))).isEqualTo("the connection broke: IOException");
    assertThat(words(new SSLException(DONOR))).isEqualTo("TLS failed: SSLException");
  }

  @Test
  void the_alert_that_ends_a_handshake_is_told() {
    assertThat(words(new SSLException("Received fatal alert: handshake_failure")))
        .isEqualTo("TLS failed: Received fatal alert: handshake_failure");
  }
}
