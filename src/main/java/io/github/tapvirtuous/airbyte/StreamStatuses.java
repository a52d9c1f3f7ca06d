package io.github.tapvirtuous.airbyte;

import io.github.tapvirtuous.airbyte.line.Traces;
import io.github.tapvirtuous.airbyte.line.Traces.Status;
import io.github.tapvirtuous.airbyte.line.Trouble;
import io.github.tapvirtuous.report.StreamReport;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How each stream stands; says so whenever that changes, and not twice. Any thread may tell it. */
public final class StreamStatuses {
  private final AirbyteOutput out;
  private final Traces traces;
  private final Map<String, Status> current = new HashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final Set<String> estimated = new HashSet<>();
  private boolean explained;

  public StreamStatuses(AirbyteOutput out, Clock clock) {
    this.out = out;
    this.traces = new Traces(clock);
  }

  synchronized void started(String stream) {
    if (begun.add(stream)) {
      turn(stream, Status.STARTED);
    }
  }

  /** Its rows come. */
  synchronized void running(String stream) {
    if (current.get(stream) != Status.RUNNING) {
      turn(stream, Status.RUNNING);
    }
  }

  /** Also before its first reply; a request that nobody needs any more may wait past its end. */
  synchronized void waits(String stream, Instant until) {
    if (hasEnded(stream)) {
      return;
    }
    started(stream);
    current.put(stream, Status.RUNNING);
    out.say(traces.rateLimited(stream, until));
  }

  /** Told once; a stream that has not started yet is told of when it has. */
  synchronized void estimated(String stream, long rows) {
    if (current.containsKey(stream) && estimated.add(stream)) {
      out.say(traces.estimate(stream, rows));
    }
  }

  synchronized void ended(String stream, boolean complete) {
    turn(stream, complete ? Status.COMPLETE : Status.INCOMPLETE);
  }

  /** Says why a stream cannot be read. */
  public void failed(String stream, Exception why) {
    failed(stream, Trouble.of(why));
  }

  /** Says why a stream is not complete. */
  public void failed(StreamReport stream) {
    failed(stream.name(), Trouble.of(stream));
  }

  private synchronized void failed(String stream, Trouble why) {
    if (current.get(stream) != Status.INCOMPLETE) {
      ended(stream, false);
    }
    explained = true;
    out.say(traces.error(why, Optional.of(stream)));
  }

  /** Says why the program ends. */
  public synchronized void failed(Exception why) {
    explained = true;
    out.say(traces.error(Trouble.of(why), Optional.empty()));
  }

  /**
   * Whether rows of some stream are still to come; says why, where that was not said of any: the
   * requests that the run may make were used up.
   */
  public synchronized boolean tellUnfinished() {
    var isUnfinished = current.containsValue(Status.INCOMPLETE);
    if (isUnfinished && !explained) {
      out.say(traces.error(Trouble.usedUp(), Optional.empty()));
    }
    return isUnfinished;
  }

  private boolean hasEnded(String stream) {
    var status = current.get(stream);
    return status == Status.COMPLETE || status == Status.INCOMPLETE;
  }

  private void turn(String stream, Status status) {
    current.put(stream, status);
    out.say(traces.status(stream, status));
  }
}
