package io.github.tapvirtuous.ecosystem;

import io.github.tapvirtuous.ecosystem.compatibility.With;
import io.github.tapvirtuous.ecosystem.target.Postgres;
import io.github.tapvirtuous.ecosystem.target.Target;
import java.nio.file.Path;

@With("meltanolabs-target-postgres")
final class MeltanoLabsPostgresTest extends TargetContract {
  @Override
  Target target(Path folder, int batchRows) {
    return Postgres.ofMeltanoLabs(folder, batchRows);
  }
}
