package io.github.tapvirtuous.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.airbyte.ConfiguredCatalog;
import io.github.tapvirtuous.testing.airbyte.Destination;
import io.github.tapvirtuous.testing.airbyte.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows that are read below those of another table, whose keys may be the same numbers. */
final class ResumedParentsTest {
  private static final String TABLE = "communications";
  private static final String[] CAMPAIGNS = {
    "{\"campaignId\":1}", "{\"campaignId\":2}", "{\"campaignId\":3}", "{\"campaignId\":4}"
  };

  /** None below campaign 3, and below the next a row with that number. */
  private static final String[] ROWS = {
    "{\"communicationId\":11,\"campaignId\":1}",
    "{\"communicationId\":12,\"campaignId\":2}",
    "{\"communicationId\":3,\"campaignId\":4}"
  };

  @RegisterExtension private final Tap tap = Tap.patient();

  private final Source source = Source.inProcess(tap);

  @Test
  void a_row_with_the_number_of_the_parent_before_it_is_not_lost_where_a_full_refresh_goes_on() {
    var virtuous = StandIn.builder().clock(tap.clock()).rows("campaigns", CAMPAIGNS);
    tap.tables(TABLE)
        .set("max_concurrent_requests", 1)
        .serves(virtuous.rows(TABLE, ROWS).communicationsLackKey());
    var discovered = source.discover().well().output().catalog();
    var catalog = ConfiguredCatalog.fullRefresh(discovered).generation(3, 3);
    var whole = source.read(catalog).well().output();

    for (int lines = 0; lines <= whole.messages().size(); lines++) {
      var destination = new Destination(catalog).load(whole.first(lines));
      destination.load(source.read(catalog, destination.states()).well().output());

      assertThat(destination.rows(TABLE))
          .as("line " + lines)
          .extracting(row -> row.path("communicationId").longValue())
          .contains(3L, 11L, 12L);
    }
  }
}
