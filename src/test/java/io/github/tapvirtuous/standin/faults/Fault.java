package io.github.tapvirtuous.standin.faults;

import io.github.tapvirtuous.standin.http.StandInReply;
import io.github.tapvirtuous.standin.rows.Envelope;
import io.github.tapvirtuous.standin.rows.Query;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong with a request; {@link Faults}, {@link PageFaults} and {@link
 * DataFaults} make them.
 *
 * @param name for people, and for the names of parametrised tests
 * @param onStandIn happens before the request is answered
 * @param onQuery changes what was asked
 * @param onEnvelope changes what stands around the rows
 * @param onReply changes what is sent
 */
public record Fault(
    String name,
    Consumer<Changeable> onStandIn,
    UnaryOperator<Query> onQuery,
    UnaryOperator<Envelope> onEnvelope,
    UnaryOperator<StandInReply> onReply) {

  public static Fault onStandIn(String name, Consumer<Changeable> change) {
    return new Fault(
        name, change, UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());
  }

  static Fault onQuery(String name, UnaryOperator<Query> change) {
    return new Fault(
        name, standIn -> {}, change, UnaryOperator.identity(), UnaryOperator.identity());
  }

  static Fault onEnvelope(String name, String form) {
    var envelope = new Envelope(form);
    return new Fault(
        name, standIn -> {}, UnaryOperator.identity(), given -> envelope, UnaryOperator.identity());
  }

  static Fault onReply(String name, UnaryOperator<StandInReply> change) {
    return new Fault(
        name, standIn -> {}, UnaryOperator.identity(), UnaryOperator.identity(), change);
  }

  public Fault named(String other) {
    return new Fault(other, onStandIn, onQuery, onEnvelope, onReply);
  }

  /** Changes what is sent once more. */
  public Fault then(UnaryOperator<StandInReply> change) {
    return new Fault(
        name, onStandIn, onQuery, onEnvelope, reply -> change.apply(onReply.apply(reply)));
  }

  @Override
  public String toString() {
    return name;
  }
}
