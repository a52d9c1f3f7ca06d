package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.Messages;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An account whose query keeps the keys of communications to itself: they come by their campaigns.
 * Campaigns 1 to 12 here; of communications the fourth has 7, the others have one or none.
 */
abstract class KeylessCommunications {
  static final String TABLE = "communications";
  static final int CAMPAIGNS = 12;
  static final long LARGE = 4;
  static final List<Long> ALL =
      LongStream.concat(
              LongStream.of(101, 103, 105, 107, 109, 111), LongStream.rangeClosed(401, 407))
          .sorted()
          .boxed()
          .toList();

  @RegisterExtension final Tap tap = Tap.patient();

  @BeforeEach
  void small_pages() {
    tap.tables(TABLE).set("page_size", 3).set("sample_size", 3).set("max_concurrent_requests", 2);
    tap.serves(standIn());
  }

  static StandInBuilder standIn() {
    return StandIn.builder()
        .communicationsLackKey()
        .rows("campaigns", campaigns())
        .rows(TABLE, communications());
  }

  static String[] campaigns() {
    return IntStream.rangeClosed(1, CAMPAIGNS)
        .mapToObj(KeylessCommunications::campaign)
        .toArray(String[]::new);
  }

  static String campaign(long id) {
    return "{\"campaignId\":" + id + ",\"name\":\"Campaign\"}";
  }

  static String[] communications() {
    return ALL.stream()
        .map(id -> communication(id, id > 400 ? LARGE : id - 100))
        .toArray(String[]::new);
  }

  static String communication(long id, long campaign) {
    return "{\"communicationId\":%d,\"name\":\"Letter\",\"campaignId\":%d,".formatted(id, campaign)
        + "\"lastModifiedDateTimeUtc\":\"2026-02-01T00:00:00\"}";
  }

  static List<Long> keys(Messages run) {
    return run.keys(TABLE, "communicationId");
  }
}
