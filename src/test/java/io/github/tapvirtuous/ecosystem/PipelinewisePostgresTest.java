package io.github.tapvirtuous.ecosystem;

import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.target.Postgres;
import io.github.tapvirtuous.ecosystem.target.Target;
import java.nio.file.Path;

@With("pipelinewise-target-postgres")
final class PipelinewisePostgresTest extends TargetContract {
  @Override
  Target target(Path folder, int batchRows) {
    return Postgres.ofPipelinewise(folder, batchRows);
  }
}
