package io.github.tapvirtuous.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Syncs gifts through the launcher, with a catalog.
 *
 * @param standInOptions more options of the stand-in
 * @param settings more settings of the tap
 * @param javaOptions more options of its Java
 * @param archive whether it may use its class-data archive
 */
record SyncScenario(
    String name,
    String what,
    int gifts,
    List<String> standInOptions,
    Map<String, Object> settings,
    String javaOptions,
    boolean archive)
    implements Scenario {
  private static final Pattern REQUESTS = Pattern.compile("rows (\\d+).*requests (\\d+)");
  private static final double SOME = 100_000;

  SyncScenario(String name, String what, int gifts) {
    this(name, what, gifts, List.of(), Map.of(), "", true);
  }

  SyncScenario standIn(String... options) {
    return new SyncScenario(name, what, gifts, List.of(options), settings, javaOptions, archive);
  }

  SyncScenario config(String setting, Object value) {
    var more = new TreeMap<>(settings);
    more.put(setting, value);
    return new SyncScenario(name, what, gifts, standInOptions, more, javaOptions, archive);
  }

  SyncScenario javaOptions(String options) {
    return new SyncScenario(name, what, gifts, standInOptions, settings, options, archive);
  }

  SyncScenario withoutArchive() {
    return new SyncScenario(name, what, gifts, standInOptions, settings, javaOptions, false);
  }

  @Override
  public void measure(Path work, PrintStream out) throws IOException, InterruptedException {
    try (var standIn = StandInProcess.serving(gifts, standInOptions)) {
      var tap = archive ? Installation.built() : Installation.withoutArchive(work);
      var sync = prepared(standIn, tap, work);
      var log = work.resolve(name + ".log");
      print(Timed.run(sync, javaOptions, log), standIn.bytesOfGift(), log, out);
    }
  }

  /** The command of a sync, whose config and catalog lie in the folder. */
  List<String> prepared(StandInProcess standIn, Installation tap, Path work)
      throws IOException, InterruptedException {
    var config = work.resolve(name + "-config.json");
    var catalog = work.resolve(name + "-catalog.json");
    Files.writeString(config, JsonMapper.shared().writeValueAsString(config(standIn)));
    var command =
        new ArrayList<>(List.of(tap.launcher().toString(), "--config", config.toString()));
    var discover = new ProcessBuilder(new ArrayList<>(command)).redirectOutput(catalog.toFile());
    discover.command().add("--discover");
    discover.redirectError(work.resolve(name + "-discover.log").toFile());
    if (discover.start().waitFor() != 0) {
      throw new IOException("The discovery failed: see " + discover.redirectError().file());
    }
    command.addAll(List.of("--catalog", catalog.toString()));
    return command;
  }

  private Map<String, Object> config(StandInProcess standIn) {
    var all = new TreeMap<>(settings);
    all.put("api_key", "demo-key");
    all.put("base_url", standIn.baseUri().toString());
    all.put("tables", List.of("gifts"));
    return all;
  }

  private void print(Timed took, double bytes, Path log, PrintStream out) throws IOException {
    var wall = took.wall().toNanos() / 1e9;
    var cpu = took.cpu().toNanos() / 1e9;
    line(out, "records a second", "%,.0f", gifts / wall);
    line(out, "records a CPU second", "%,.0f", gifts / cpu);
    line(out, "MB a second", "%,.0f", gifts * bytes / 1e6 / wall);
    line(out, "bytes of a gift", "%,.0f", bytes);
    line(out, "seconds", "%.2f", wall);
    line(out, "CPU seconds per 100,000", "%.2f", cpu * SOME / gifts);
    line(out, "peak RSS, MB", "%.0f", took.peakKilobytes() / 1024.0);
    line(out, "requests", "%s", requests(log));
  }

  private String requests(Path log) throws IOException {
    var last = "none reported";
    for (var reported : REQUESTS.matcher(Files.readString(log)).results().toList()) {
      last = Integer.parseInt(reported.group(1)) == gifts ? reported.group(2) : "rows are missing";
    }
    return last;
  }

  static void line(PrintStream out, String name, String format, Object value) {
    out.printf(Locale.ROOT, "  %-28s " + format + "%n", name, value);
  }
}
