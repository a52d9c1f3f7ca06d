package io.github.tapvirtuous.ecosystem.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapvirtuous.ecosystem.target.Environment;
import io.github.tapvirtuous.testing.process.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two files that are handed out. */
@Tag("slow")
final class DistTest {
  @TempDir private Path folder;

  @Test
  void packed_twice_they_are_the_same_bytes() throws Exception {
    for (var file : Packed.all()) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }

    for (var umask : new String[] {"077", "002"}) {
      var pack = "umask " + umask + "; exec python3 src/main/dist/pack.py";
      Launch.of(Path.of("sh"), "-c", pack).run().well();

      assertThat(Packed.all()).hasSize(2);
      for (var file : Packed.all()) {
        assertThat(Files.mismatch(file, folder.resolve(file.getFileName()))).isEqualTo(-1L);
      }
    }
  }

  @Test
  void keys_and_rows_that_lie_in_the_checkout_are_in_neither() throws Exception {
    var parts = "pom.xml README.md bin docs meltano src/main/dist target/tap-virtuous.";
    var copy = "tar -cf - " + parts + "jar target/tap-virtuous.classes | tar -xf - -C \"$0\"";
    Launch.of(Path.of("sh"), "-c", copy, folder.toString()).run().well();
    for (var planted : List.of("meltano/.env", "meltano/output/gifts.jsonl", "docs/.env")) {
      Files.createDirectories(folder.resolve(planted).getParent());
      Files.writeString(folder.resolve(planted), "a-key-or-a-row");
    }

    var script = folder.resolve("src/main/dist/pack.py").toString();
    Launch.of(Path.of("python3"), script).run().well();

    var tar = folder.resolve("target/dist").resolve(Packed.tar().getFileName());
    var names = Launch.of(Path.of("tar"), "-tzf", tar.toString()).run().well().lines();
    assertThat(names)
        .anyMatch(name -> name.endsWith("/meltano/meltano.yml"))
        .noneMatch(name -> name.endsWith(".env") || name.endsWith(".jsonl"));
  }

  @Test
  void the_wheel_is_one_by_the_rules_of_those_who_take_it() throws Exception {
    var wheel = Packed.wheel().toString();
    var checks = new Environment("wheel");

    Launch.of(checks.program("twine"), "check", "--strict", wheel).run().well();
    Launch.of(checks.program("check-wheel-contents"), wheel).run().well();
  }

  @Test
  void the_tar_has_one_folder_from_which_the_tap_runs() throws Exception {
    Launch.of(Path.of("tar"), "-xzf", Packed.tar().toString()).from(folder).run().well();

    var top = folder.resolve(Packed.tar().getFileName().toString().replace(".tar.gz", ""));
    assertThat(folder).isDirectoryContaining(each -> each.equals(top));
    assertThat(top.resolve("docs/install.md")).exists();
    var ran = Launch.of(top.resolve("bin/tap-virtuous"), "archive").run().well();
    assertThat(ran.err()).startsWith("Made " + top.toRealPath().resolve("lib"));
    assertThat(Launch.of(top.resolve("bin/source-virtuous"), "spec").run().well().out())
        .contains("\"SPEC\"");
  }
}
