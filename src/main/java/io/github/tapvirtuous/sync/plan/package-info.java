/** Which rows of a stream a run reads, and why. */
@NullMarked
package io.github.tapvirtuous.sync.plan;

import org.jspecify.annotations.NullMarked;
