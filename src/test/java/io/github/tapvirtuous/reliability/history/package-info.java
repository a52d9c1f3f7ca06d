/** Runs that follow on one another for weeks, while rows change and servers misunderstand. */
@NullMarked
package io.github.tapvirtuous.reliability.history;

import org.jspecify.annotations.NullMarked;
