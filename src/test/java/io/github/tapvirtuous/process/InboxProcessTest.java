package io.github.tapvirtuous.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.event.Event;
import io.github.tapvirtuous.event.Event.Kind;
import io.github.tapvirtuous.inbox.Inboxes;
import io.github.tapvirtuous.table.TableMap;
import io.github.tapvirtuous.testing.Tap;
import io.github.tapvirtuous.testing.output.ReportedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sqlite.util.LibraryLoaderUtil;

/** The built program and an inbox: what it takes along, and what it does without. */
final class InboxProcessTest {
  private static final Pattern OF_EVENTS =
      Pattern.compile(
          "tapvirtuous\\.(?:inbox|event|sync\\.inbox|sync\\.keyed|sync\\.payload|webhook)\\."
              + "|EventStreams|EventCounts|org\\.sqlite|org\\.postgresql|zaxxer");

  @RegisterExtension private final Tap tap = new Tap();

  private List<String> loaded() throws IOException, InterruptedException {
    var log = tap.folder().resolve("classes.log");

    var ran = tap.launch().with("JAVA_OPTS", "-Xlog:class+load:file=" + log).run();

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return Files.readAllLines(log);
  }

  @Test
  void a_sync_without_an_inbox_loads_nothing_of_it() throws Exception {
    tap.tables("gifts", "segments");

    assertThat(loaded())
        .hasSizeGreaterThan(1_000)
        .noneMatch(line -> OF_EVENTS.matcher(line).find());
  }

  @Test
  void a_sync_with_an_inbox_reads_it() throws Exception {
    var file = tap.folder().resolve("inbox.db");
    fill(file, tap.standIn().ids("gifts").get(0));
    tap.tables("gifts").set("webhook", "{\"only\":true,\"inbox\":\"" + file + "\"}");

    var report = tap.folder().resolve("report.json");

    var ran = tap.launch("--report", report.toString()).run();

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ReportedRun.in(report).stream("gifts").path("events"))
        .hasToString("{\"read\":1,\"folded\":0,\"superseded\":0,\"refetched\":1,\"deleted\":0}");
    assertThat(ran.ids("gifts")).isEqualTo(tap.standIn().ids("gifts").subList(0, 1));
    assertThat(ran.err()).contains("events read 1").doesNotContain("WARN");
  }

  @Test
  void an_unpacked_library_of_sqlite_is_taken_without_a_temporary_folder() throws Exception {
    var inbox = tap.folder().resolve("inbox.db");
    fill(inbox, tap.standIn().ids("gifts").get(0));
    tap.tables("gifts").set("webhook", "{\"only\":true,\"inbox\":\"" + inbox + "\"}");
    unpackLibrary(tap.folder());

    var options = "'-Dorg.sqlite.lib.path=" + tap.folder() + "' -Djava.io.tmpdir=/nowhere";
    var ran = tap.launch().with("JAVA_OPTS", options).run();

    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("events read 1");
  }

  private static void unpackLibrary(Path folder) throws IOException {
    var name = LibraryLoaderUtil.getNativeLibName();
    var packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (var library = LibraryLoaderUtil.class.getResourceAsStream(packed)) {
      Files.copy(library, folder.resolve(name));
    }
  }

  private static void fill(Path file, long gift) {
    var table = TableMap.named("gifts").orElseThrow();
    var at = Instant.now().minusSeconds(3_600);
    var event = new Event(table, gift, Kind.UPDATE, at, Optional.empty(), 0, "{}");
    try (var inbox = Inboxes.open(file.toString())) {
      inbox.store(List.of(event), at).join();
    }
  }
}
