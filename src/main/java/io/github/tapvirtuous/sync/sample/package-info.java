/** A few rows that show what a table holds. */
@NullMarked
package io.github.tapvirtuous.sync.sample;

import org.jspecify.annotations.NullMarked;
