/** Meltano, which runs the built tap in the example project of the folder {@code meltano}. */
@NullMarked
package io.github.tapvirtuous.ecosystem.meltano;

import org.jspecify.annotations.NullMarked;
