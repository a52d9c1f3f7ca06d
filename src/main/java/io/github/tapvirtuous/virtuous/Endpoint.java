package io.github.tapvirtuous.virtuous;

import io.github.tapvirtuous.error.UnusableReplyException;
import io.github.tapvirtuous.virtuous.http.HttpReply;
import io.github.tapvirtuous.virtuous.http.Request;
import java.util.Optional;

/**
 * A call to Virtuous, as a value: what it sends, and what its reply means. {@link VirtuousClient}
 * makes it.
 *
 * @param <T> what is made of the reply
 */
public interface Endpoint<T> {
  Request request();

  /**
   * Reads a reply whose status is a success, and keeps no part of its body.
   *
   * @throws UnusableReplyException when it is of another shape; it counts as none
   */
  T read(HttpReply reply);

  /**
   * Whether making the call twice does no more than making it once. If not, it is sent once,
   * whatever comes back, be it a 429 or nothing: it may have worked. Nor is it sent a second time
   * to find out how the key is said, where {@code auth_scheme} is {@code auto}: let something
   * repeatable, such as {@link GetOrganization}, find that out first.
   */
  boolean isRepeatable();

  /** Its name for people: what a message about it begins with. */
  String inWords();

  /** What there is to do after a status; empty where it is the usual, which is about tables. */
  default Optional<String> fixAfter(int status) {
    return Optional.empty();
  }

  /** The same for fewer rows; itself where there is no less. */
  default Endpoint<T> lighter() {
    return this;
  }

  /** The rows that it asks for, at most; without end where it cannot ask for fewer. */
  default int rows() {
    return Integer.MAX_VALUE;
  }

  /** The same for so many rows at most; itself where it cannot ask for fewer. */
  default Endpoint<T> atMost(int rows) {
    return this;
  }

  /** After HTTP 400 for a request: whether the same can now be asked for in other words. */
  default boolean isRephrasedAfter(Request refused) {
    return false;
  }
}
