/** The table map, columns, types and their inference. */
@NullMarked
package io.github.tapvirtuous.table;

import org.jspecify.annotations.NullMarked;
