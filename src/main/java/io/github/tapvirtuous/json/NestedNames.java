package io.github.tapvirtuous.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;

/** The names inside the opaque columns of one reply: the usual ones are encoded once. */
public final class NestedNames {
  /** Objects that are maps, from number to value say, could have any number of names. */
  private static final int MOST = 4096;

  private final Map<String, Integer> numbers = new HashMap<>();
  private byte[][] encoded = new byte[16][];
  private final NameOrder order;

  /** Of the reply that this parser reads. */
  public NestedNames(JsonParser parser) {
    this.order = new NameOrder(parser, this::number);
  }

  /** Moves on by a token; the number of the name that it is, or {@link NameOrder#NO_NAME}. */
  int next() {
    return order.next();
  }

  /** A name as JSON, between a comma and a colon. */
  byte[] encoded(int number) {
    return encoded[number];
  }

  private int number(String name) {
    var known = numbers.get(name);
    if (known != null) {
      return known;
    }
    return numbers.size() < MOST ? add(name) : NameOrder.UNKNOWN;
  }

  private int add(String name) {
    var number = numbers.size();
    numbers.put(name, number);
    if (number == encoded.length) {
      encoded = Arrays.copyOf(encoded, number * 2);
    }
    encoded[number] = JsonBytes.member(name, JsonBytes.NOTHING);
    return number;
  }
}
