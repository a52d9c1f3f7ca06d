/** The columns of a table: known, inferred, or given by a catalog. */
@NullMarked
package io.github.tapvirtuous.schema;

import org.jspecify.annotations.NullMarked;
