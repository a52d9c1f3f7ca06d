package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.json.Bytes;
import io.github.tapvirtuous.row.PageRenderer;
import io.github.tapvirtuous.standin.StandIn;
import io.github.tapvirtuous.standin.http.StandInRequest;
import io.github.tapvirtuous.table.DateTimes;
import io.github.tapvirtuous.table.SchemaInference;
import io.github.tapvirtuous.table.Table;
import io.github.tapvirtuous.table.TableMap;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast one core renders pages of made-up gifts. After {@code mvn test-compile}:
 *
 * <pre>java -cp target/test-classes:target/classes:… io.github.tapvirtuous.bench.RenderBench 15
 * </pre>
 *
 * The argument is the number of measurements, a second of CPU time each.
 */
final class RenderBench {
  private static final int PAGES = 40;
  private static final int PAGE_SIZE = 250;
  private static final Map<String, String> KEY = Map.of("Authorization", "Basic demo-key");
  private static final byte[] BODY = {'{', '}'};

  private RenderBench() {}

  public static void main(String... arguments) {
    var seconds = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
    var gifts = TableMap.named("gifts").orElseThrow();
    var replies = replies(gifts);
    var renderer = renderer(gifts, replies);
    for (int second = 0; second < seconds; second++) {
      measure(renderer, replies);
    }
  }

  private static List<byte[]> replies(Table table) {
    var standIn = StandIn.builder().rows(table.name(), PAGES * PAGE_SIZE, 7).build();
    var replies = new ArrayList<byte[]>();
    for (int page = 0; page < PAGES; page++) {
      var target = table.call().path() + "?take=" + PAGE_SIZE + "&skip=" + page * PAGE_SIZE;
      replies.add(standIn.answer(new StandInRequest("POST", target, KEY, BODY)).body());
    }
    return replies;
  }

  /** With the columns that discovery would find. */
  private static PageRenderer renderer(Table table, List<byte[]> replies) {
    var samples = new ArrayList<JsonNode>();
    for (var reply : List.of(replies.get(0), replies.get(PAGES - 1))) {
      JsonMapper.shared().readTree(reply).path("list").forEach(samples::add);
    }
    var schema = new SchemaInference(table, DateTimes.TIMESTAMP).infer(samples);
    return new PageRenderer(table, schema, Set.of());
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void measure(PageRenderer renderer, List<byte[]> replies) {
    var start = cpuTime();
    long rows = 0;
    long bytes = 0;
    while (cpuTime() - start < 1_000_000_000L) {
      for (var reply : replies) {
        try (var page = renderer.render(Bytes.of(reply))) {
          rows += page.rows();
        }
        bytes += reply.length;
      }
    }
    var elapsed = (cpuTime() - start) / 1e9;
    System.err.println(
        String.format(
            Locale.ROOT,
            "%,.0f rows and %.0f MB a CPU second, %d bytes a row",
            rows / elapsed,
            bytes / elapsed / 1e6,
            bytes / rows));
  }
}
