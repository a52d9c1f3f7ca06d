/** Airbyte's protocol, version 0: what is told of the source, of its streams and of their rows. */
@NullMarked
package io.github.tapvirtuous.airbyte;

import org.jspecify.annotations.NullMarked;
