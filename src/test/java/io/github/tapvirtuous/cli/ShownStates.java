package io.github.tapvirtuous.cli;

import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.TapRun;
import org.junit.jupiter.api.extension.RegisterExtension;

/** States, and what {@code tap-virtuous state} shows of them. */
abstract class ShownStates {
  static final String COMPLETE =
      """
      {"fingerprint":"f1f1","started_at":"2026-02-28T01:00:00Z","last_key":7766,"index":1011,\
      "total":1012,"rows_sent":1012,"reached_at":"2026-02-28T01:05:59.9Z","complete":true,\
      "completed_at":"2026-02-28T01:05:59.9Z"}""";
  static final String INTERRUPTED =
      """
      {"fingerprint":"f2f2","started_at":"2026-03-01T01:00:00Z","last_key":98765,"index":11205,\
      "total":20000,"rows_sent":11206,"reached_at":"2026-03-01T01:30:00Z","complete":false,\
      "completed_at":"2026-02-28T01:20:00Z"}""";
  static final String OF_CHANGES =
      """
      {"fingerprint":"f4f4","started_at":"2026-03-02T01:00:00Z","last_key":98765,"index":36,\
      "total":37,"rows_sent":37,"reached_at":"2026-03-02T01:00:02Z","complete":true,\
      "completed_at":"2026-03-02T01:00:02Z","replication_key":"modifiedDateTimeUtc",\
      "replication_key_value":"2026-03-02T01:00:01Z","scan_since":"2026-02-26",\
      "scan_begun_at":"2026-03-02T01:00:01Z","scan_undated":0,"whole_at":"2026-02-27T01:00:00Z",\
      "whole_rows":20000,"whole_undated":1200}""";

  /** As of a list, or of an older version that said less. */
  static final String UNCOUNTED =
      """
      {"fingerprint":"f3f3","started_at":"2026-03-01T01:00:00Z","last_key":0,"index":0,\
      "total":-1,"rows_sent":0,"complete":false,"completed_at":null}""";

  static final String FOREIGN =
      "{\"replication_key\":\"modified\",\"replication_key_value\":\"Jane Roe\"}";

  @RegisterExtension final Tap tap = new Tap();

  final TapRun shown(String content, String... options) {
    var arguments = new String[options.length + 2];
    arguments[0] = "state";
    arguments[1] = tap.file("state.json", content);
    System.arraycopy(options, 0, arguments, 2, options.length);
    return tap.run(arguments);
  }

  static String state(String... bookmarks) {
    return "{\"bookmarks\":{" + String.join(",", bookmarks) + "}}";
  }

  static String bookmark(String stream, String json) {
    return '"' + stream + "\":" + json;
  }
}
