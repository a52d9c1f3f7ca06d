/**
 * What Airbyte expects of every source: spec, connection, discovery, reads whole and incremental,
 * resumption, and that nothing breaks what was promised before. In this process where that shows
 * enough; {@code *ProcessTest} starts the built program.
 */
@NullMarked
package io.github.tapvirtuous.acceptance;

import org.jspecify.annotations.NullMarked;
