package io.github.tapvirtuous.airbyte.line;

import io.github.tapvirtuous.log.SecretMask;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is told beside the rows: {@code
 * {"type":"TRACE","trace":{"type":"…","emitted_at":0,"…":{}}}}.
 */
public final class Traces {
  private final Clock clock;

  public Traces(Clock clock) {
    this.clock = clock;
  }

  /** In the protocol's words for how a stream stands. */
  public enum Status {
    STARTED,
    RUNNING,
    COMPLETE,
    INCOMPLETE
  }

  public ObjectNode status(String stream, Status status) {
    var message = message("STREAM_STATUS");
    describe(body(message, "stream_status"), stream).put("status", status.name());
    return message;
  }

  /** It runs, but waits until then for the quota. */
  public ObjectNode rateLimited(String stream, Instant until) {
    var message = status(stream, Status.RUNNING);
    var status = message.withObjectProperty("trace").withObjectProperty("stream_status");
    var reason = status.putArray("reasons").addObject().put("type", "RATE_LIMITED");
    reason.putObject("rate_limited").put("quota_reset", until.toEpochMilli());
    return message;
  }

  /** How many rows are to come. */
  public ObjectNode estimate(String stream, long rows) {
    var message = message("ESTIMATE");
    body(message, "estimate").put("name", stream).put("type", "STREAM").put("row_estimate", rows);
    return message;
  }

  public ObjectNode error(Trouble trouble, Optional<String> stream) {
    var message = message("ERROR");
    var error = body(message, "error");
    error.put("message", SecretMask.masked(trouble.message()));
    error.put("internal_message", SecretMask.masked(trouble.internal()));
    trouble.stackTrace().ifPresent(trace -> error.put("stack_trace", SecretMask.masked(trace)));
    error.put("failure_type", trouble.type());
    stream.ifPresent(name -> describe(error, name));
    return message;
  }

  private ObjectNode message(String type) {
    var message = JsonNodeFactory.instance.objectNode().put("type", "TRACE");
    message.putObject("trace").put("type", type).put("emitted_at", clock.millis());
    return message;
  }

  private static ObjectNode body(ObjectNode message, String name) {
    return message.withObjectProperty("trace").putObject(name);
  }

  private static ObjectNode describe(ObjectNode of, String stream) {
    of.putObject("stream_descriptor").put("name", stream);
    return of;
  }
}
