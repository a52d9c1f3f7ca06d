package io.github.tapvirtuous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.faults.Faults;
import io.github.tapvirtuous.standin.faults.When;
import io.github.tapvirtuous.testing.Tap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A 404 means another thing where other tables come. */
final class MissingTableTest {
  private static final String NO_TABLE = "HTTP 404. This account has no such table";

  @RegisterExtension private final Tap tap = new Tap();

  private void without(String table) {
    tap.tables("gifts", "contacts", "projects")
        .set("max_concurrent_requests", 1)
        .serves(StandIn.builder().fault(When.always().of(table), Faults.status(404)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gifts", "contacts", "projects"})
  void a_sync_says_that_the_account_lacks_the_table_also_of_the_first_one(String table) {
    without(table);

    var run = tap.sync();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains(table + ": failed after 1 try: " + NO_TABLE, "\"tables\"")
        .doesNotContain("base_url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gifts", "contacts", "projects"})
  void so_does_discovery(String table) {
    without(table);

    assertThat(tap.discover().warnings())
        .singleElement()
        .asString()
        .contains(table + ": failed after 1 try: " + NO_TABLE)
        .doesNotContain("base_url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gifts", "contacts", "projects"})
  void so_does_the_check(String table) {
    tap.tables("gifts", "contacts", "projects")
        .serves(
            StandIn.builder()
                .fault(When.always().of("Organization"), Faults.status(403))
                .fault(When.always().of(table), Faults.status(404)));

    var run = tap.run("check", "--config", tap.config());

    assertThat(run.document().path("tables").path(table).stringValue())
        .startsWith("failed after 1 try: " + NO_TABLE);
    assertThat(run.errors()).singleElement().asString().contains(NO_TABLE);
  }

  @Test
  void where_nothing_comes_the_address_is_what_to_check() {
    tap.tables("gifts", "contacts")
        .serves(StandIn.builder().fault(When.always(), Faults.status(404)));

    var run = tap.sync();

    assertThat(run.errors()).hasSize(2).allMatch(each -> each.endsWith("Check \"base_url\"."));
  }

  @Test
  void a_page_that_is_gone_does_not_make_its_own_table_missing() {
    tap.tables("gifts")
        .set("page_size", 10)
        .set("max_concurrent_requests", 1)
        .serves(
            StandIn.builder()
                .rows("gifts", 50, 1)
                .fault(When.page(9).of("gifts"), Faults.status(404)));

    var run = tap.sync();

    assertThat(run.errors()).singleElement().asString().contains("HTTP 404. Check \"base_url\".");
  }
}
