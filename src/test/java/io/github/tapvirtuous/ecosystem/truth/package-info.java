/** What the simulated Virtuous holds, and how the rows of a target differ from it. */
@NullMarked
package io.github.tapvirtuous.ecosystem.truth;

import org.jspecify.annotations.NullMarked;
