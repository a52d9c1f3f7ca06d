/** Airbyte's own programs in front of the built source: PyAirbyte, and the models of both kits. */
@NullMarked
package io.github.tapvirtuous.ecosystem.airbyte;

import org.jspecify.annotations.NullMarked;
