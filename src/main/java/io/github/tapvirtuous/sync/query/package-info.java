/** Asking for some rows of a table only: decides, and asks nothing. */
@NullMarked
package io.github.tapvirtuous.sync.query;

import org.jspecify.annotations.NullMarked;
