package io.github.tapvirtuous.virtuous;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.tapvirtuous.virtuous.FakeVirtuous.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.tapvirtuous.config.TapConfig.AuthScheme;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What counts as a request of a run. */
final class MaxRequestsTest {
  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  private static SourceException failure(VirtuousClient client) {
    return catchThrowableOfType(SourceException.class, () -> virtuous.page(client));
  }

  @Test
  void the_second_word_before_the_key_does() {
    virtuous.auth(AuthScheme.AUTO).maxRequests(1).answers(aResponse().withStatus(401), page());

    assertThat(failure(virtuous.client()).kind()).isEqualTo(Kind.USED_UP);
    assertThat(virtuous.requests()).hasSize(1);
  }

  @Test
  void one_that_was_refused_for_the_quota_does_and_is_not_waited_for() {
    virtuous.maxRequests(1).answers(aResponse().withStatus(429), page());

    assertThat(failure(virtuous.client()).kind()).isEqualTo(Kind.USED_UP);
    assertThat(virtuous.waits).isEmpty();
    assertThat(virtuous.requests()).hasSize(1);
  }

  @Test
  void a_last_one_that_no_try_could_mend_ends_as_it_always_does() {
    virtuous.maxRequests(1).answers(aResponse().withStatus(403));

    assertThat(failure(virtuous.client()).kind()).isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void no_more_pages_are_in_flight_than_there_are_requests_for() {
    virtuous.maxRequests(3).answers(page());
    var client = virtuous.client();

    assertThat(client.inFlight(4)).isEqualTo(3);
    virtuous.page(client);
    assertThat(client.inFlight(4)).isEqualTo(2);
    virtuous.page(client);
    virtuous.page(client);
    assertThat(client.inFlight(4)).as("the one that finds out").isEqualTo(1);
  }
}
