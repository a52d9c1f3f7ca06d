package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the run of a day took.
 *
 * @param seconds of the whole run
 */
record Day(double seconds, List<Stream> streams) {
  private static final Pattern STREAM =
      Pattern.compile("INFO (\\w+): (\\w+): rows (\\d+).* requests (\\d+),.*");

  /**
   * What the report says of one.
   *
   * @param isIncremental whether it was read for what changed
   */
  private record Stream(boolean isIncremental, int rows, int requests) {
    static Stream of(MatchResult line) {
      return new Stream(
          line.group().contains(", read modified since "),
          Integer.parseInt(line.group(3)),
          Integer.parseInt(line.group(4)));
    }
  }

  /**
   * A run that brought every row.
   *
   * @param log where the tap reports rows and requests
   */
  static Day of(double seconds, String log) throws IOException {
    var lines = STREAM.matcher(log).results().toList();
    if (lines.isEmpty() || lines.stream().anyMatch(line -> !line.group(2).equals("verified"))) {
      throw new IOException("A run did not verify all its streams: " + log);
    }
    return new Day(seconds, lines.stream().map(Stream::of).toList());
  }

  int rows() {
    return streams.stream().mapToInt(Stream::rows).sum();
  }

  int requests() {
    return streams.stream().mapToInt(Stream::requests).sum();
  }

  /** Of streams that were read for what changed. */
  int incrementalRequests() {
    return streams.stream().filter(Stream::isIncremental).mapToInt(Stream::requests).sum();
  }

  int incrementalStreams() {
    return (int) streams.stream().filter(Stream::isIncremental).count();
  }
}
