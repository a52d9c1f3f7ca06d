/** Rows of a stream asked for by their keys: many at a time, or one by one. */
@NullMarked
package io.github.tapvirtuous.sync.keyed;

import org.jspecify.annotations.NullMarked;
