/** The program as people run it: {@code bin/tap-virtuous} and the jar that was built. */
@NullMarked
package io.github.tapvirtuous.launcher;

import org.jspecify.annotations.NullMarked;
