/** What shows that conditions are understood, and what is kept of it: judges, and asks nothing. */
@NullMarked
package io.github.tapvirtuous.sync.proof;

import org.jspecify.annotations.NullMarked;
