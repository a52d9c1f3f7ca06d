package io.github.tapvirtuous.ecosystem;

import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.testing.process.Launch;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples for Kubernetes, of which {@code make test-image} runs the same in containers. */
@With("kubernetes-validate")
@Tag("slow")
final class KubernetesTest {
  private static void script(String what) throws Exception {
    Launch.script("sh", Path.of("src", "test", "sh", "kubernetes.sh"), what).run().well();
  }

  @Test
  void the_manifests_suit_their_schemas_and_the_tap() throws Exception {
    script("validate");
  }

  @Test
  void their_commands_end_as_the_job_expects() throws Exception {
    script("run");
  }
}
