package io.github.tapvirtuous.virtuous;

import static io.github.tapvirtuous.virtuous.FakeVirtuous.first;
import static io.github.tapvirtuous.virtuous.FakeVirtuous.page;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Virtuous announces of the end of its endpoints. */
final class EndOfLifeTest {
  private static final String DAY = "Thu, 31 Dec 2026 23:59:59 GMT";

  @RegisterExtension static final FakeVirtuous virtuous = new FakeVirtuous();

  @Test
  void is_told_once_a_run_with_the_endpoint_and_what_was_said() {
    virtuous.answers(
        page(),
        page().withHeader("sunset", DAY).withHeader("DEPRECATION", "@1767225599"),
        page().withHeader("Sunset", DAY));
    var client = virtuous.client();

    virtuous.page(client);
    assertThat(virtuous.log.warnings()).isEmpty();
    virtuous.page(client);
    virtuous.page(client);
    client.page(first("contacts"), FakeVirtuous.TEXT, virtuous.report);

    assertThat(virtuous.log.warnings())
        .containsExactly(
            "Virtuous announces the end of Gift/Query/FullGift, of others too perhaps: Sunset"
                + " \"Thu, 31 Dec 2026 23:59:59 GMT\", Deprecation \"@1767225599\". Look for a"
                + " newer version of tap-virtuous.");
  }

  @Test
  void either_header_alone_is_enough_and_an_empty_one_is_none() {
    virtuous.answers(page().withHeader("Sunset", " ").withHeader("Deprecation", "true"));

    virtuous.page(virtuous.client());

    assertThat(virtuous.log.warnings())
        .singleElement()
        .asString()
        .contains(": Deprecation \"true\".");
  }

  @Test
  void what_was_said_can_neither_flood_nor_break_a_line() {
    virtuous.answers(
        page().withHeader("Sunset", "\"soon\"").withHeader("Deprecation", "x".repeat(5000)));

    virtuous.page(virtuous.client());

    assertThat(virtuous.log.warnings())
        .singleElement()
        .asString()
        .contains("Sunset \"?soon?\"", "Deprecation \"of 5000 characters\"")
        .doesNotContain("xx");
  }
}
