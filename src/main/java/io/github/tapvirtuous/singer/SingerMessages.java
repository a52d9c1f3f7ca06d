package io.github.tapvirtuous.singer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapvirtuous.error.OutputException;
import io.github.tapvirtuous.error.SourceException;
import io.github.tapvirtuous.error.SourceException.Kind;
import io.github.tapvirtuous.json.CleanJson;
import io.github.tapvirtuous.json.OutputBuffer;
import io.github.tapvirtuous.message.Checkpoint;
import io.github.tapvirtuous.message.MessagePort;
import io.github.tapvirtuous.message.RowKeys;
import io.github.tapvirtuous.message.RowVersion;
import io.github.tapvirtuous.report.Outcome;
import io.github.tapvirtuous.row.RenderedPage;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.TableSchema;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what a run says as Singer's JSON lines, in the order that targets rely on: the incoming
 * state first, each state only after the rows it speaks of, the state last.
 */
public final class SingerMessages implements MessagePort {
  private static final byte[] LINE_END = {'\n'};

  private final OutputBuffer out;
  private final DateTimes dateTimes;

  /** Streams whose last schema was that of what is gone. */
  private final Set<String> tellingDeletes = new HashSet<>();

  private StateEnvelope state;
  private boolean begun;

  /**
   * @param out throws when a write fails, which a {@link java.io.PrintStream} does not
   * @param dateTimes of what this adds to rows
   */
  public SingerMessages(OutputStream out, StateEnvelope incoming, DateTimes dateTimes) {
    this.out = new OutputBuffer(out);
    this.dateTimes = dateTimes;
    this.state = incoming;
  }

  /**
   * Runs a sync that speaks to this port, and says the state last however it ends: unless nobody
   * reads, or a key that was always refused left nothing to say.
   *
   * @throws OutputException when nobody reads what is said
   */
  public void endingInState(Runnable sync) {
    try {
      sync.run();
    } catch (OutputException nobodyReads) {
      throw nobodyReads;
    } catch (SourceException stopped) {
      sayLastState();
      throw stoppedWithState(stopped);
    } catch (RuntimeException refusedKey) {
      if (begun) {
        sayLastState();
      }
      throw refusedKey;
    }
    sayLastState();
  }

  private static SourceException stoppedWithState(SourceException cause) {
    return new SourceException(
        Kind.STOPPED,
        "The run was stopped; its rows so far and the state after them are written.",
        "Go on from the last state that the target prints.",
        cause);
  }

  @Override
  public void started(String stream, TableSchema schema) {
    begin();
    tellingDeletes.remove(stream);
    say(SchemaMessage.of(stream, schema));
  }

  /** Row by row a copy of bytes: no text is made of them. */
  @Override
  public void rows(String stream, RenderedPage rows, Instant extractedAt, RowVersion version) {
    begin();
    var start = recordStart(stream);
    var end = recordEnd(extractedAt, version);
    for (int row = 0; row < rows.rows(); row++) {
      out.append(start);
      out.append(rows.bytes(), rows.start(row), rows.end(row));
      out.append(end);
    }
  }

  /** A schema of nothing else: targets leave the other columns of these rows as they are. */
  @Override
  public void deleted(String stream, RowKeys gone, Instant at, RowVersion version) {
    begin();
    var row = new DeletedRow(gone.column(), dateTimes);
    if (tellingDeletes.add(stream)) {
      say(SchemaMessage.of(stream, row.schema()));
    }
    var start = recordStart(stream);
    var end = recordEnd(at, version);
    for (var key : gone.keys()) {
      out.append(start);
      out.append(row.of(key, at));
      out.append(end);
    }
  }

  /** Last of its stream: targets that delete at once must hold every row by then. */
  @Override
  public void superseded(String stream, RowVersion version) {
    begin();
    say(line("ACTIVATE_VERSION").put("stream", stream).put("version", version.number()));
  }

  @Override
  public void checkpoint(String stream, Checkpoint checkpoint, long rows) {
    begin();
    state = state.with(stream, checkpoint);
    sayState();
  }

  /** Singer has no word for it: the next stream's schema, or the last state, tells. */
  @Override
  public void finished(String stream, Outcome outcome) {}

  /** Nothing is said before the first reply: a wrong key leaves stdout empty. */
  private void begin() {
    if (!begun) {
      begun = true;
      sayState();
    }
  }

  private void sayLastState() {
    begin();
    sayState();
  }

  private void sayState() {
    var line = line("STATE");
    line.set("value", state.toJson());
    say(line);
  }

  private void say(ObjectNode line) {
    out.append(CleanJson.compact(line));
    out.append(LINE_END);
    out.flush();
  }

  private static ObjectNode line(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static byte[] recordStart(String stream) {
    var name = new String(CleanJson.compact(stream), UTF_8);
    return ("{\"type\":\"RECORD\",\"stream\":" + name + ",\"record\":").getBytes(UTF_8);
  }

  /** Targets in older Pythons reject more than six fraction digits. */
  private static byte[] recordEnd(Instant extractedAt, RowVersion version) {
    var time = extractedAt.truncatedTo(ChronoUnit.MICROS);
    var last = version.isNone() ? "" : ",\"version\":" + version.number();
    return (",\"time_extracted\":\"" + time + '"' + last + "}\n").getBytes(UTF_8);
  }
}
