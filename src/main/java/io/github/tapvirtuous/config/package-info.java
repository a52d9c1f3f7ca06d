/** A validated config: what the settings mean, and what the tap says of itself. */
@NullMarked
package io.github.tapvirtuous.config;

import org.jspecify.annotations.NullMarked;
