/** Rows that come without their key, and are read below each row of another table instead. */
@NullMarked
package io.github.tapvirtuous.sync.detour;

import org.jspecify.annotations.NullMarked;
