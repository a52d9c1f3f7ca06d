package io.github.tapvirtuous.standin.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows that change by {@code curl} while a sandbox serves them. */
final class ControlsTest {
  private final StandIn standIn = StandIn.builder().rows("gifts", 100, 7).build();
  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> send(String method, String rest) throws Exception {
    try (var server = StandInServer.serving(standIn, 0)) {
      var uri = URI.create("http://127.0.0.1:" + server.port() + "/_control/" + rest);
      var request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private JsonNode keys(String rest) throws Exception {
    return JsonMapper.shared().readTree(send("POST", rest).body()).path("keys");
  }

  @Test
  void modifies_rows() throws Exception {
    var before = standIn.texts("gifts");

    var keys = keys("modify?table=gifts&count=10");

    var after = new ArrayList<>(standIn.texts("gifts"));
    after.removeAll(before);
    assertThat(keys.size()).isEqualTo(10);
    assertThat(after)
        .hasSize(10)
        .allSatisfy(text -> assertThat(text).contains("\"modifiedByUser\":\"Change 1\""));
  }

  @Test
  void inserts_rows() throws Exception {
    var keys = keys("insert?table=gifts&count=3");

    assertThat(standIn.ids("gifts"))
        .hasSize(103)
        .endsWith(keys.path(0).asLong(), keys.path(1).asLong(), keys.path(2).asLong());
  }

  @Test
  void deletes_rows() throws Exception {
    var keys = keys("delete?table=gifts&count=2");

    assertThat(keys.size()).isEqualTo(2);
    assertThat(standIn.ids("gifts"))
        .hasSize(98)
        .doesNotContain(keys.path(0).asLong(), keys.path(1).asLong());
  }

  @Test
  void restores_rows() throws Exception {
    var deleted = keys("delete?table=gifts&count=2");

    var restored = keys("restore?table=gifts&count=2");

    assertThat(restored).isEqualTo(deleted);
    assertThat(standIn.ids("gifts")).hasSize(100);
  }

  @Test
  void archives_rows() throws Exception {
    var keys = keys("archive?table=contacts&count=1");

    assertThat(keys).hasToString("[1001]");
    assertThat(standIn.ids("contacts")).contains(1001L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"modify?table=shoes", "paint?table=gifts", "modify", "modify?table=gifts&count=x"})
  void says_what_it_takes(String rest) throws Exception {
    var reply = send("POST", rest);

    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).contains("POST /_control/modify?table=gifts&count=10");
  }

  @Test
  void changes_nothing_for_those_who_only_look() throws Exception {
    assertThat(send("GET", "modify?table=gifts").statusCode()).isEqualTo(400);
  }
}
