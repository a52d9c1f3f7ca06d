/** From tables to messages: discovery, and the loop over streams. */
@NullMarked
package io.github.tapvirtuous.sync;

import org.jspecify.annotations.NullMarked;
