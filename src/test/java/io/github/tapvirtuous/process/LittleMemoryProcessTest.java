package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.StandInBuilder;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.process.Ran;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A heap that the pages in flight do not fit into. */
final class LittleMemoryProcessTest {
  private static final int KIBIBYTE = 1 << 10;

  @RegisterExtension private final Tap tap = Tap.patient();

  private static StandInBuilder giftsOf(int bytes, int count) {
    var notes = "n".repeat(bytes);
    var rows =
        IntStream.rangeClosed(1, count)
            .mapToObj(id -> "{\"id\":" + id + ",\"notes\":\"" + notes + "\"}");
    return StandIn.builder().rows("gifts", rows.toArray(String[]::new)).forgetful();
  }

  private Ran sync(StandInBuilder virtuous, int pageSize) throws Exception {
    return tap.serves(virtuous)
        .tables("gifts")
        .set("page_size", pageSize)
        .set("retry_delay", 0)
        .launch()
        .with("JAVA_OPTS", "-Xmx40m")
        .run();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 300})
  void takes_smaller_pages_one_at_a_time_and_sends_every_row(int pageSize) throws Exception {
    var rows = 600;

    var ran = sync(giftsOf(50 * KIBIBYTE, rows), pageSize);

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.ids("gifts"))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, rows).boxed().toList());
    assertThat(ran.err())
        .containsOnlyOnce("one at a time from now on")
        .contains("Java has too little memory for the reply (try 1 of 20)")
        .contains("trying again at once with half the rows")
        .doesNotContain("proxy");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 200})
  void says_that_memory_is_too_small_when_not_even_that_fits(int pageSize) throws Exception {
    var ran = sync(giftsOf(4000 * KIBIBYTE, 12), pageSize);

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.records("gifts")).isEmpty();
    assertThat(ran.err())
        .contains("Java has too little memory", "JAVA_OPTS=-Xmx128m")
        .doesNotContain("proxy")
        .doesNotContain("\tat ");
  }
}
