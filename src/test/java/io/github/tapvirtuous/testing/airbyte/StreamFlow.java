package io.github.tapvirtuous.testing.airbyte;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What came of one stream so far, and whether the next message may follow. */
final class StreamFlow {
  private static final Set<String> ENDINGS = Set.of("COMPLETE", "INCOMPLETE");

  private final String stream;
  private final RowRules rows;
  private boolean isStarted;
  private boolean isRunning;
  private boolean hasState;
  private String ending = "";
  private long uncounted;

  StreamFlow(JsonNode configured) {
    this.stream = configured.at("/stream/name").stringValue();
    this.rows = new RowRules(configured.at("/stream/json_schema"));
  }

  void record(JsonNode record) {
    checkOpen(record);
    assertThat(isRunning).as(stream + ": RUNNING comes with the first record").isTrue();
    rows.check(record);
    uncounted++;
  }

  void state(JsonNode state) {
    checkOpen(state);
    var count = state.path("sourceStats").path("recordCount").decimalValue();
    assertThat(count)
        .as(stream + ": a state counts the records since the one before: " + state)
        .isEqualByComparingTo(BigDecimal.valueOf(uncounted));
    uncounted = 0;
    hasState = true;
  }

  void estimate(JsonNode estimate) {
    checkOpen(estimate);
  }

  private void checkOpen(JsonNode message) {
    assertThat(isStarted).as(stream + ": STARTED comes first: " + message).isTrue();
    assertThat(ending).as(stream + ": nothing follows its end: " + message).isEmpty();
  }

  void status(JsonNode status) {
    var word = status.path("status").stringValue();
    assertThat(ending).as(stream + ": nothing follows its end: " + status).isEmpty();
    if (word.equals("STARTED")) {
      assertThat(isStarted).as(stream + ": STARTED comes once").isFalse();
      isStarted = true;
    } else if (ENDINGS.contains(word)) {
      checkEnding(word);
      ending = word;
    } else {
      checkOpen(status);
      isRunning = true;
    }
  }

  private void checkEnding(String word) {
    assertThat(uncounted).as(stream + ": every record is counted by a state").isZero();
    if (word.equals("COMPLETE")) {
      assertThat(isStarted).as(stream + ": STARTED comes first").isTrue();
      assertThat(hasState).as(stream + ": a stream that is complete has a state").isTrue();
    }
  }

  /** Behind the last message of a read; some failures come before all streams have begun. */
  void checkEnd(boolean isGood) {
    if (isGood) {
      assertThat(ending).as(stream + ": how it ends, exit code 0").isEqualTo("COMPLETE");
    } else if (isStarted) {
      assertThat(ending).as(stream + ": how it ends").isIn(ENDINGS);
    }
  }
}
