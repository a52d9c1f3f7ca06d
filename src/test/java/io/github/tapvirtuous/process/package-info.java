/** The built tap as a process of its own. */
@NullMarked
package io.github.tapvirtuous.process;

import org.jspecify.annotations.NullMarked;
