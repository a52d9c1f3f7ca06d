package io.github.tapvirtuous.cli.airbyte;

import io.github.tapvirtuous.airbyte.AirbyteLog;
import io.github.tapvirtuous.airbyte.AirbyteOutput;
import io.github.tapvirtuous.airbyte.StreamStatuses;
import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.log.Diversion;
import java.io.OutputStream;
import java.time.Clock;

/** While it is open, the program speaks to Airbyte: all that it says is a message, its log too. */
public final class AirbyteVoice implements AutoCloseable {
  private final AirbyteOutput out;
  private final StreamStatuses statuses;
  private final Diversion log;

  /**
   * Says nothing yet.
   *
   * @param out throws when a write fails
   */
  public AirbyteVoice(OutputStream out, Clock clock) {
    this.out = new AirbyteOutput(out);
    this.statuses = new StreamStatuses(this.out, clock);
    this.log = Diversion.to(new AirbyteLog(this.out));
  }

  AirbyteOutput out() {
    return out;
  }

  StreamStatuses statuses() {
    return statuses;
  }

  /** Says why the program ends; nobody hears that nobody reads. */
  public void failed(Exception why) {
    if (!(why instanceof OutputException)) {
      statuses.failed(why);
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
