package io.github.tapvirtuous.ecosystem;

import io.github.tapvirtuous.ecosystem.target.DuckDb;
import io.github.tapvirtuous.ecosystem.target.Target;
import java.nio.file.Path;

final class DuckDbTest extends TargetContract {
  @Override
  Target target(Path folder, int batchRows) {
    return new DuckDb(folder, batchRows);
  }
}
