package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.standin.query.Misreading;
import io.github.tapvirtuous.standin.query.Offer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that take conditions otherwise than they were meant, or offer fewer of them. */
final class MisreadChangesTest extends ChangingGifts {
  @ParameterizedTest
  @EnumSource(Misreading.class)
  void however_conditions_are_misread_no_change_is_lost(Misreading misreading) {
    serves(gifts().misreads("gifts", misreading));
    var run = load(tap.sync());
    for (int day = 0; day < 3; day++) {
      aDayPasses();
      run = load(tap.resume(run));
    }

    assertStoreIsRight();
  }

  @ParameterizedTest
  @EnumSource(Misreading.class)
  void nor_where_the_server_begins_to_misread_when_it_was_believed(Misreading misreading) {
    var run = load(tap.sync());
    aDayPasses();
    run = load(tap.resume(run));
    aDayPasses();
    tap.standIn().misreads("gifts", misreading);

    run = load(tap.resume(run));
    tap.standIn().misreads("gifts");
    tap.clock().step(Duration.ofDays(7));
    load(tap.resume(run)); // a whole read heals what nobody could see

    assertStoreIsRight();
  }

  @ParameterizedTest
  @EnumSource(Offer.class)
  void whatever_virtuous_offers_no_change_is_lost(Offer offer) {
    serves(gifts().offers("gifts", offer));
    var run = load(tap.sync());
    for (int day = 0; day < 3; day++) {
      aDayPasses();
      run = load(tap.resume(run));
    }

    assertStoreIsRight();
  }
}
