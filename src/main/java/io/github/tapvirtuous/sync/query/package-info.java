/** Asking for some rows only, and what shows that all of those come: decides, and asks nothing. */
@NullMarked
package io.github.tapvirtuous.sync.query;

import org.jspecify.annotations.NullMarked;
