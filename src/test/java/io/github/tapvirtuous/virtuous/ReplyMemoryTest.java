package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.json.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ReplyMemoryTest {
  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  private final List<Bytes> bodies = new ArrayList<>();
  private final List<byte[]> arrays = new ArrayList<>();

  @Test
  void serves_the_next_reply_and_nobody_else() {
    virtuous.answers(
        aResponse().withBody(FakeVirtuous.PAGE), aResponse().withBody(FakeVirtuous.PAGE));
    var client = virtuous.client();

    client.page(FakeVirtuous.first("gifts"), this::noted, virtuous.report);
    client.page(FakeVirtuous.first("gifts"), this::noted, virtuous.report);

    assertThat(bodies).allMatch(body -> body.length() == 0 && body.array().length == 0);
    assertThat(arrays.get(1)).isSameAs(arrays.get(0));
  }

  private String noted(Bytes body) {
    bodies.add(body);
    arrays.add(body.array());
    return FakeVirtuous.TEXT.apply(body);
  }
}
