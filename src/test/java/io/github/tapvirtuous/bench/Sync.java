package io.github.tapvirtuous.bench;

import io.github.tapvirtuous.testing.Installation;
import io.github.tapvirtuous.testing.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sync through the launcher, with a catalog: of gifts, unless {@code tables} is set.
 *
 * @param name of its files
 * @param standInOptions more options of the stand-in
 * @param settings more settings of the tap
 * @param javaOptions more options of its Java
 * @param archive whether it may use its class-data archive
 */
record Sync(
    String name,
    int gifts,
    List<String> standInOptions,
    Map<String, Object> settings,
    String javaOptions,
    boolean archive) {
  Sync(String name, int gifts) {
    this(name, gifts, List.of(), Map.of(), "", true);
  }

  Sync standIn(String... options) {
    return new Sync(name, gifts, List.of(options), settings, javaOptions, archive);
  }

  Sync inFlight(int requests) {
    return config("max_concurrent_requests", requests);
  }

  Sync config(String setting, Object value) {
    var more = new TreeMap<>(settings);
    more.put(setting, value);
    return new Sync(name, gifts, standInOptions, more, javaOptions, archive);
  }

  Sync javaOptions(String options) {
    return new Sync(name, gifts, standInOptions, settings, options, archive);
  }

  Sync withoutArchive() {
    return new Sync(name, gifts, standInOptions, settings, javaOptions, false);
  }

  /** Against a stand-in of its own. */
  Synced run(Path work) throws IOException, InterruptedException {
    try (var standIn = StandInProcess.serving(gifts, standInOptions)) {
      return run(standIn, work);
    }
  }

  Synced run(StandInProcess standIn, Path work) throws IOException, InterruptedException {
    var tap = archive ? Installation.built() : Installation.at(work.resolve("plain"));
    var log = work.resolve(name + ".log");
    var took = Timed.run(prepared(standIn, tap, work), javaOptions, log);
    return Synced.of(gifts, took, standIn.bytesOfGift(), Files.readString(log));
  }

  /** The command of a sync, whose config and catalog lie in the folder. */
  List<String> prepared(StandInProcess standIn, Installation tap, Path work)
      throws IOException, InterruptedException {
    var config = work.resolve(name + "-config.json");
    var catalog = work.resolve(name + "-catalog.json");
    Files.writeString(config, JsonMapper.shared().writeValueAsString(config(standIn)));
    var command =
        new ArrayList<>(List.of(tap.launcher().toString(), "--config", config.toString()));
    discover(command, catalog);
    command.addAll(List.of("--catalog", catalog.toString()));
    return command;
  }

  private static void discover(List<String> command, Path catalog)
      throws IOException, InterruptedException {
    var discover = new ArrayList<>(command);
    discover.add("--discover");
    var ran = Launch.of(discover).into(catalog).run();
    if (ran.exitCode() != 0) {
      throw new IOException("The discovery failed: " + ran.err());
    }
  }

  private Map<String, Object> config(StandInProcess standIn) {
    var all = new TreeMap<>(settings);
    all.put("api_key", "demo-key");
    all.put("base_url", standIn.baseUri().toString());
    all.putIfAbsent("tables", List.of("gifts"));
    return all;
  }
}
