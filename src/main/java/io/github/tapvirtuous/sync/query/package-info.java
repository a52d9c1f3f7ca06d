/** Asking for some rows only: what a table offers, what was chosen of it, and how it is said. */
@NullMarked
package io.github.tapvirtuous.sync.query;

import org.jspecify.annotations.NullMarked;
