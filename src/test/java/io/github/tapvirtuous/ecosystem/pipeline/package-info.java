/** The tap and the programs behind it as processes. */
@NullMarked
package io.github.tapvirtuous.ecosystem.pipeline;

import org.jspecify.annotations.NullMarked;
