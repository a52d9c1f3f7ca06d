package io.github.tapvirtuous.sync.payload;

import io.github.tapvirtuous.event.Delivery;
import io.github.tapvirtuous.event.UnreadableDeliveryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Payloads in a file: one JSON document over many lines, or one on each line. */
public final class PayloadFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Instant readAt;
  private final Consumer<Delivery> taker;
  private final List<Integer> broken = new ArrayList<>();
  private int line;

  private PayloadFile(Instant readAt, Consumer<Delivery> taker) {
    this.readAt = readAt;
    this.taker = taker;
  }

  /**
   * Hands on what it can read, in its order.
   *
   * @param readAt no event happened later
   * @return the numbers of the lines that hold, or begin, anything else; from 1
   */
  public static List<Integer> read(InputStream in, Instant readAt, Consumer<Delivery> taker)
      throws IOException {
    var file = new PayloadFile(readAt, taker);
    file.read(new Lines(in));
    return List.copyOf(file.broken);
  }

  private void read(Lines lines) throws IOException {
    var first = lines.next();
    while (first.filter(PayloadFile::isBlank).isPresent()) {
      line++;
      first = lines.next();
    }
    if (first.isEmpty()) {
      return;
    }
    if (delivery(first.get()).isPresent()) {
      each(first.get());
      eachOf(lines);
      return;
    }
    var document = lines.from(first.get());
    if (delivery(document).isPresent()) {
      each(document);
    } else {
      eachOf(Lines.of(document));
    }
  }

  private void eachOf(Lines lines) throws IOException {
    for (var next = lines.next(); next.isPresent(); next = lines.next()) {
      each(next.get());
    }
  }

  private void each(byte[] json) {
    line++;
    if (isBlank(json)) {
      return;
    }
    var delivery = delivery(json);
    delivery.ifPresent(taker);
    if (delivery.isEmpty() || delivery.get().nameless() > 0) {
      broken.add(line);
    }
  }

  private Optional<Delivery> delivery(byte[] json) {
    try {
      return Optional.of(Delivery.read(json, readAt));
    } catch (UnreadableDeliveryException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isBlank(byte[] line) {
    var text = new String(line, 0, Math.min(line.length, 100), StandardCharsets.UTF_8);
    return text.replace(BYTE_ORDER_MARK, "").isBlank() && line.length <= 100;
  }
}
