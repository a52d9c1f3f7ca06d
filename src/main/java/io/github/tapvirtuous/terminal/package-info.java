/** What people see of a run while it lasts: drawn on a terminal, or in lines of the log. */
@NullMarked
package io.github.tapvirtuous.terminal;

import org.jspecify.annotations.NullMarked;
