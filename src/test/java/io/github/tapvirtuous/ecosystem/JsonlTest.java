package io.github.tapvirtuous.ecosystem;

import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.target.Jsonl;
import io.github.tapvirtuous.ecosystem.target.Target;
import java.nio.file.Path;

@With("target-jsonl")
final class JsonlTest extends TargetContract {
  @Override
  Target target(Path folder, int batchRows) {
    return new Jsonl(folder);
  }
}
