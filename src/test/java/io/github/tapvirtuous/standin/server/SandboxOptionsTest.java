package io.github.tapvirtuous.standin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.http.StandInRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class SandboxOptionsTest {
  private static StandIn standIn(String options) {
    return SandboxOptions.parse(options.split(" ", -1)).standIn();
  }

  private static StandInReply gifts(StandIn standIn, String page, String condition) {
    var body = "{\"groups\":[{\"conditions\":[{" + condition.replace('\'', '"') + "}]}]}";
    return standIn.answer(
        new StandInRequest(
            "POST",
            "Gift/Query/FullGift?" + page,
            Map.of("Authorization", "Basic demo-key"),
            body.getBytes(StandardCharsets.UTF_8)));
  }

  private static int total(StandInReply reply) {
    return JsonMapper.shared().readTree(reply.body()).path("total").asInt();
  }

  @Test
  void some_rows_may_lack_their_date() {
    var standIn = standIn("--rows gifts=10 --undated gifts=2 --zone Pacific/Auckland");
    var dated = "'parameter':'Last Modified Date','operator':'After','value':'1900-01-13'";

    assertThat(total(gifts(standIn, "take=1", dated))).isEqualTo(5);
  }

  @Test
  void conditions_may_be_misread() {
    var first = "'parameter':'Gift Id','operator':'Is','value':'7001'";

    assertThat(total(gifts(standIn("--rows 10"), "take=1", first))).isEqualTo(1);
    assertThat(total(gifts(standIn("--rows 10 --misread gifts=KEYS_IGNORED"), "take=1", first)))
        .isEqualTo(10);
  }

  @Test
  void a_page_may_take_longer_the_more_rows_it_skips() {
    var reply = gifts(standIn("--rows 10 --latency-ms 3 --skip-ms 2"), "skip=4000", "");

    assertThat(reply.delivery().delay()).isEqualTo(Duration.ofMillis(11));
  }

  @Test
  void says_which_habits_there_are() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standIn("--webhooks late=5,early=2"))
        .withMessageContaining("doubled=N")
        .withMessageContaining("early=2");
  }

  @Test
  void says_which_misreadings_there_are() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standIn("--misread gifts=SOMEHOW"))
        .withMessageContaining("CREATE_DATE");
  }
}
